# Writes articles for bin/bench as JSON lines: the same ones every time, with any awk (run it with LC_ALL=C).
#
#   awk -v sites=156 -v each=20 -f bench-articles.awk
#
# Line n goes to site n modulo `sites` when it is imported with --spread. Bodies are 3 to 6 KB of the prose that
# communes publish: paragraphs, headings, a list, no pictures.

function random(below) {
	# Park and Miller; exact in double precision, so every awk draws alike
	state = (state * 16807) % 2147483647
	return state % below
}

function pick(list, size) {
	return list[1 + random(size)]
}

function sentence(    text) {
	text = pick(openings, openings_n) ", " pick(actors, actors_n) " " pick(acts, acts_n) " " pick(matters, matters_n)
	if (random(3) > 0) {
		text = text "; " pick(results, results_n)
	}
	gsub(/@/, 10 + random(480), text)
	return text "."
}

function paragraph(    text, i, n) {
	n = 3 + random(3)
	for (i = 0; i < n; i++) {
		text = text (i ? " " : "") sentence()
	}
	return "<p>" text "</p>"
}

function body(    html, bytes, wanted) {
	wanted = 3000 + random(2600)
	html = paragraph()
	while (length(html) < wanted) {
		if (random(5) == 0) {
			html = html "<h2>" pick(headings, headings_n) "</h2>"
		}
		html = html paragraph()
		if (random(7) == 0) {
			html = html "<ul><li>" sentence() "</li><li>" sentence() "</li><li>" sentence() "</li></ul>"
		}
	}
	return html
}

BEGIN {
	state = 20230410
	openings_n = split("Sáng ngày @ của đợt cao điểm|Thực hiện kế hoạch số @/KH-UBND|Theo báo cáo tại hội nghị|Trong quý vừa qua|Sau @ ngày triển khai|Để phục vụ người dân tốt hơn|Tại buổi làm việc|Cùng với đó|Bên cạnh kết quả đạt được|Từ đầu năm đến nay|Trước tình hình nước lũ lên nhanh|Nhân dịp lễ Sen Dolta của đồng bào Khmer", openings, "|")
	actors_n = split("Ủy ban nhân dân xã|Đảng ủy, Hội đồng nhân dân|Mặt trận Tổ quốc và các đoàn thể|Hội Nông dân|Hội Liên hiệp Phụ nữ|Đoàn Thanh niên|tổ công nghệ số cộng đồng|Trạm Y tế|các trường học trên địa bàn|Hợp tác xã nông nghiệp|Ban ấp và tổ tự quản|lực lượng công an, quân sự", actors, "|")
	acts_n = split("đã phối hợp tổ chức|tiếp tục vận động nhân dân tham gia|rà soát, bổ sung|ra quân thực hiện|tuyên truyền sâu rộng về|kiểm tra thực tế|hỗ trợ hơn @ hộ dân trong|tập trung chỉ đạo|hướng dẫn bà con|khánh thành và đưa vào sử dụng|trao @ phần quà nhân|đối thoại trực tiếp với người dân về", acts, "|")
	matters_n = split("việc xuống giống vụ Đông Xuân theo lịch thời vụ|chương trình xây dựng nông thôn mới nâng cao|tuyến đường giao thông nông thôn dài @ mét|nộp hồ sơ trực tuyến trên cổng dịch vụ công|cải cách thủ tục hành chính tại bộ phận một cửa|công tác phòng, chống sạt lở bờ sông|phong trào toàn dân đoàn kết xây dựng đời sống văn hóa|tiêm chủng mở rộng cho trẻ em dưới năm tuổi|chính sách tín dụng đối với hộ nghèo, hộ cận nghèo|mô hình trồng lúa chất lượng cao, phát thải thấp|công tác tuyển quân và chính sách hậu phương|giải quyết kiến nghị của cử tri sau tiếp xúc|nguồn nước sạch hợp vệ sinh cho các ấp vùng sâu|bảo đảm an ninh trật tự trong mùa nước nổi|mô hình nuôi lươn không bùn và trồng nấm rơm", matters, "|")
	results_n = split("kết quả đạt @ phần trăm kế hoạch năm|kinh phí do nhân dân đóng góp hơn @ triệu đồng|bà con rất phấn khởi và đồng tình ủng hộ|đây là cơ sở để hoàn thành chỉ tiêu đã đề ra|các ý kiến đều được ghi nhận và trả lời bằng văn bản|qua đó nâng cao nhận thức của người dân|tỷ lệ hồ sơ đúng hạn đạt trên chín mươi chín phần trăm|thu nhập bình quân tăng thêm @ nghìn đồng mỗi tháng", results, "|")
	headings_n = split("Kết quả bước đầu|Phát huy vai trò của người dân|Những việc cần làm trong thời gian tới|Lan tỏa cách làm hay|Thông tin liên hệ", headings, "|")
	subjects_n = split("Hội nghị|Lễ phát động|Buổi ra quân|Hội thi tìm hiểu|Ngày hội|Đợt kiểm tra|Lớp tập huấn|Lễ tổng kết", subjects, "|")
	events_n = split("xây dựng nông thôn mới nâng cao|chuyển đổi số trong cộng đồng dân cư|phòng, chống thiên tai mùa nước nổi|cải cách hành chính|đại đoàn kết toàn dân tộc|bảo vệ môi trường, trồng cây xanh|chăm sóc sức khỏe ban đầu|khuyến học, khuyến tài", events, "|")
	categories_n = split("Tin tức – Sự kiện|Chỉ đạo điều hành|Thông báo|Văn hóa – Xã hội|Nông thôn mới|Chuyển đổi số", categories, "|")

	for (number = 0; number < each; number++) {
		for (site = 0; site < sites; site++) {
			day = number * 14 + random(14)
			printf "{\"title\":\"%s %s, đợt %d năm 2025\",\"summary\":\"%s\",\"body_html\":\"%s\",\"category\":\"%s\",\"published_at\":\"2025-%02d-%02dT%02d:%02d:00+07:00\"}\n", pick(subjects, subjects_n), pick(events, events_n), number * sites + site + 1, sentence(), body(), categories[1 + (number + site) % categories_n], 1 + int(day / 28), 1 + day % 28, 7 + random(10), random(60)
		}
	}
}
