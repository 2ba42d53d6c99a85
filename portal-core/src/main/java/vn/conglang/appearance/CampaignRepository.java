package vn.conglang.appearance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The campaigns of the province and of areas; they belong to no site. */
interface CampaignRepository extends Repository<Campaign, Long> {

	Campaign save(Campaign campaign);

	Optional<Campaign> findById(long id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from Campaign c where c.id = :id")
	Optional<Campaign> lock(long id);

	@Query("select c from Campaign c order by c.endsAt desc, c.id desc limit 500")
	List<Campaign> latest();

	/** What is running or will, on one site; what began last first. */
	@Query("""
			select c from Campaign c
			where c.stoppedAt is null and c.endsAt > :now
			  and (c.reach = vn.conglang.appearance.CampaignDesign.Reach.ALL
			    or (c.reach = vn.conglang.appearance.CampaignDesign.Reach.AREAS and :area member of c.areas)
			    or (c.reach = vn.conglang.appearance.CampaignDesign.Reach.SITES and :site member of c.sites))
			order by c.beginsAt desc, c.id desc""")
	List<Campaign> notOver(Instant now, long area, long site);

	@Query("select count(c) from Campaign c where c.stoppedAt is null and c.endsAt > :now and c.place = :place")
	long countNotOver(Instant now, CampaignDesign.Place place);

	@Query("select c from Campaign c where c.pictureSrc like :pattern order by c.id desc")
	List<Campaign> showing(String pattern);

}
