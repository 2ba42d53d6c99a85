package vn.conglang.appearance;

import java.util.List;

import org.springframework.data.repository.Repository;

/** What was done with campaigns; added to, never edited. */
interface CampaignActRepository extends Repository<CampaignAct, Long> {

	CampaignAct save(CampaignAct act);

	List<CampaignAct> findByCampaignIdOrderByIdDesc(long campaign);

}
