# Writes the tenant configuration of a whole country for bin/bench --large: `sites` sites in 63 areas, to `folder`.
#
#   awk -v sites=10598 -v folder=<folder> -v themes="base bay-nui" -f bench-tenants.awk

BEGIN {
	areas = 63
	themes_n = split(themes, theme, " ")
	names_n = split("Bình An|Tân Lập|Vĩnh Thạnh|Hòa Bình|Phú Thuận|Long Hưng|Thạnh Mỹ|An Phước|Đông Sơn|Mỹ Lộc|Xuân Hòa|Quang Trung|Trường Sơn|Nghĩa Thành|Hưng Đạo|Sơn Hà|Ea Tiêu|Mường Chanh|Tả Van|Yên Khê", names, "|")
	slugs_n = split("binh-an|tan-lap|vinh-thanh|hoa-binh|phu-thuan|long-hung|thanh-my|an-phuoc|dong-son|my-loc|xuan-hoa|quang-trung|truong-son|nghia-thanh|hung-dao|son-ha|ea-tieu|muong-chanh|ta-van|yen-khe", slugs, "|")
	kinds_n = split("xã|xã|xã|xã|phường|thị trấn", kinds, "|")
	printf "province: {slug: ca-nuoc, kind: tỉnh, name: Cả Nước}\n" > (folder "/province.yaml")
	for (n = 0; n < sites; n++) {
		area = n % areas + 1
		file = sprintf("%s/khu-vuc-%02d.yaml", folder, area)
		if (n < areas) {
			printf "area: {slug: khu-vuc-%02d, code: \"%d\", kind: thành phố, name: Khu vực %02d}\nsites:\n", area, area, area > file
		}
		i = n % names_n + 1
		slug = sprintf("%s-%05d", slugs[i], n + 1)
		printf "  - slug: %s\n    code: \"%05d\"\n    kind: %s\n    name: %s %d\n", slug, n + 1, kinds[n % kinds_n + 1], names[i], n + 1 > file
		printf "    hosts: [%s.khu-vuc-%02d.gov.vn]\n    theme: %s\n    integrations: {matomo: null, emc: null, trust-badge: null}\n", slug, area, theme[n % themes_n + 1] > file
	}
}
