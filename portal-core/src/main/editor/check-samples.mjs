// What check.mjs opens and pastes: HTML as Word, Google Docs, Word online, Excel and web pages put it on the clipboard.
export const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675" width="1200" height="675"><rect width="1200" height="675" fill="#cfd8c4"/><path d="M0 520 260 330l190 140 240-230 510 280v155H0z" fill="#8ea184"/><path d="M0 600q300-60 600 0t600-10v85H0z" fill="#5f7a5e"/><circle cx="930" cy="150" r="62" fill="#f3e2b3"/></svg>`;

export const article = `<p>Sáng 20/11/2026, Ủy ban nhân dân xã tổ chức tiếp công dân định kỳ tại trụ sở. Có <strong>18 lượt người</strong> đến phản ánh về đất đai, đường thôn và chế độ người có công; <em>15 việc</em> được trả lời ngay tại buổi tiếp.</p>
<h2>Những việc đã trả lời</h2>
<p>Phần lớn ý kiến xoay quanh tuyến đường từ thôn 2 đi thôn 5. Chi tiết xem tại <a href="/tin-tuc/duong-thon">bài trước</a>.</p>
<ul><li>Sửa rãnh thoát nước trước nhà văn hóa thôn 2, xong trước ngày 05/12.</li><li>Đo lại ranh giới hai thửa đất ở thôn 4:<ol><li>Hộ ông Hoàng Văn Thắng</li><li>Hộ bà Chíu Thị Lan</li></ol></li><li>Trả chế độ còn thiếu của quý III.</li></ul>
<blockquote><p>Việc gì làm được thì làm ngay, việc gì chưa làm được thì nói rõ bao giờ làm.</p></blockquote>
<figure><img src="/media/9f3c/tiep-dan.jpg" alt="Chủ tịch xã ngồi bàn nghe một người dân trình bày" width="1200" height="675"><figcaption>Buổi tiếp công dân sáng 20/11. Ảnh: Hà My</figcaption></figure>
<h3>Lịch tiếp công dân tháng 12</h3>
<table><thead><tr><th scope="col">Ngày</th><th scope="col">Người tiếp</th><th scope="col">Nơi tiếp</th></tr></thead><tbody><tr><td>04/12</td><td>Chủ tịch</td><td>Trụ sở xã</td></tr><tr><td>18/12</td><td>Phó Chủ tịch</td><td>Nhà văn hóa thôn 5</td></tr></tbody></table>
<hr>
<h4>Liên hệ</h4>
<p>Bộ phận Một cửa, điện thoại <a href="tel:02033123456">0203 3 123 456</a>.</p>
<p class="can-phai"><strong>Ban biên tập</strong></p>`;

export const long = article.repeat(25);

const word = (body) => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm; font-family:"Times New Roman"} @list l0:level1 {mso-level-number-format:bullet;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;
const item = (style, marker, text) => `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:${style}'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=VI style='font-size:13.0pt'>${text}<o:p></o:p></span></p>\n`;

export const extras = `<p>Diện tích 120 m<sup>2</sup>, nước H<sub>2</sub>O, <s>bỏ</s>, theo luật<sup class="chu-thich"><a href="#ct-1" id="ctv-1">1</a></sup>.</p>
<div class="hop hop-luu-y"><p>Mang theo giấy tờ.</p><ul><li>Thẻ</li><li>Sổ</li></ul></div>
<div class="hop hop-thong-tin"><p>Trụ sở mở cửa từ 07:30.</p></div>
<div class="hop hop-canh-bao"><p>Nước lên nhanh.</p></div>
<blockquote><p>Việc gì làm được thì làm ngay.</p><p><cite>Ông Hoàng Văn Thắng, trưởng thôn 4</cite></p></blockquote>
<div class="bo-anh"><figure><img src="/media/9f3c/a.jpg" alt="Một" width="1200" height="675"><figcaption>Rước kiệu</figcaption></figure><figure><img src="/media/9f3c/b.jpg" alt="" width="1200" height="675" class="trang-tri"></figure></div>
<figure class="video" data-video="https://www.youtube.com/watch?v=abc"><a href="https://www.youtube.com/watch?v=abc">Lễ hội đình làng</a><figcaption>Quay năm 2026</figcaption></figure>
<p><a class="tep" href="/tep/0123456789abcdef/ke-hoach.pdf" data-bytes="1234567" data-loai="PDF">Kế hoạch (PDF, 1,2 MB)</a></p>
<ol class="chu-thich"><li id="ct-1">Luật số 72/2025/QH15 <a href="#ctv-1" title="Về chỗ đang đọc">↩</a></li></ol>`;

const note = (n, text) => `<div style='mso-element:footnote' id=ftn${n}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn${n}' href="#_ftnref${n}" name="_ftn${n}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:10.0pt'>[${n}]</span></span><![endif]></span></span></a> ${text}<o:p></o:p></p></div>`;
const mark = (n) => `<a style='mso-footnote-id:ftn${n}' href="#_ftn${n}" name="_ftnref${n}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:13.0pt'>[${n}]</span></span><![endif]></span></span></a>`;
const ref = (n) => `<sup class="chu-thich"><a href="#ct-${n}" id="ctv-${n}">${n}</a></sup>`;
const back = (n) => ` <a href="#ctv-${n}" title="Về chỗ đang đọc">↩</a>`;

export const pasted = {
  'Word, chú thích': {
    html: word(`<p class=MsoNormal>Theo Luật${mark(1)} và Nghị định${mark(2)}.<o:p></o:p></p><div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>${note(1, 'Luật số <i>72/2025</i>.')}${note(2, 'Nghị định 150.')}</div>`),
    expected: `<p>Theo Luật${ref(1)} và Nghị định${ref(2)}.</p>\n<ol class="chu-thich"><li id="ct-1">Luật số <em>72/2025</em>.${back(1)}</li><li id="ct-2">Nghị định 150.${back(2)}</li></ol>`,
  },
  'Google Docs, chú thích': {
    html: '<p>Theo Luật<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Luật số 72.</span></p></div>',
    expected: `<p>Theo Luật${ref(1)}.</p>\n<hr>\n<ol class="chu-thich"><li id="ct-1">Luật số 72.${back(1)}</li></ol>`,
  },
  'Word, bảng gộp ô': {
    html: word(`<table class=MsoTableGrid><tr><td colspan=2 rowspan=1 style='border:solid'><p class=MsoNormal align=center style='text-align:center'><b>Số hộ</b></p></td><td rowspan=2><p class=MsoNormal>Ghi chú</p></td></tr><tr><td><p class=MsoNormal>Thôn 2</p></td><td><p class=MsoNormal>1.234</p></td></tr></table>`),
    expected: '<table><tbody><tr><td colspan="2"><p class="can-giua"><strong>Số hộ</strong></p></td><td rowspan="2">Ghi chú</td></tr><tr><td>Thôn 2</td><td>1.234</td></tr></tbody></table>',
  },
  'Google Docs, kiểu chữ': {
    html: '<b style="font-weight:normal" id="docs-internal-guid-2"><p><span style="text-decoration:line-through">bỏ</span><span> m</span><span style="font-size:0.6em;vertical-align:super">2</span></p></b>',
    expected: '<p><s>bỏ</s> m<sup>2</sup></p>',
  },
  'Word': {
    shot: 'word',
    html: word(`<h1 align=center style='text-align:center'><b><span style='font-size:14.0pt'>THÔNG BÁO</span></b></h1>
<p class=MsoNormal style='text-align:justify;line-height:150%'><span lang=VI style='font-family:"Times New Roman",serif;
mso-bidi-font-weight:bold'>Kính gửi:&nbsp; các <b style='mso-bidi-font-weight:normal'>hộ dân</b>,
<i>thôn 2</i> và <u>thôn 3</u>; diện tích 120&nbsp;m<sup>2</sup>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${item('l0 level1 lfo1', '·', 'Họp lúc 08:05')}${item('l0 level2 lfo1', 'o', 'Tại nhà văn hóa')}${item('l0 level1 lfo1', '·', 'Mang theo giấy tờ')}
<p class=MsoNormal align=right style='text-align:right'><b>CHỦ TỊCH</b></p>
<p class=MsoNormal><img width=300 height=200 src="file:///C:/Users/clip_image002.jpg" v:shapes="Picture_1"></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='height:1pt'><td width=208 valign=top style='width:155.8pt'><p class=MsoNormal align=center style='text-align:center'><b>Thôn<o:p></o:p></b></p></td><td><p class=MsoNormal><b>Số hộ</b></p></td></tr>
<tr><td><p class=MsoNormal>Thôn 2</p></td><td><p class=MsoNormal align=right style='text-align:right'>1.234</p></td></tr><tr><td><p class=MsoNormal>Thôn 3</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>`),
    expected: '<h2 class="can-giua">THÔNG BÁO</h2>\n<p>Kính gửi: các <strong>hộ dân</strong>, <em>thôn 2</em> và <u>thôn 3</u>; diện tích 120 m<sup>2</sup>.</p>\n<ul><li>Họp lúc 08:05<ul><li>Tại nhà văn hóa</li></ul></li><li>Mang theo giấy tờ</li></ul>\n<p class="can-phai"><strong>CHỦ TỊCH</strong></p>\n<table><thead><tr><th scope="col"><p class="can-giua">Thôn</p></th><th scope="col">Số hộ</th></tr></thead><tbody><tr><td>Thôn 2</td><td><p class="can-phai">1.234</p></td></tr><tr><td>Thôn 3</td><td></td></tr></tbody></table>',
  },
  'Word, đánh số': {
    html: word(`${item('l1 level1 lfo2', '3.', 'Ba')}${item('l1 level1 lfo2', '4.', 'Bốn')}${item('l1 level2 lfo2', 'a)', 'điểm a')}${item('l1 level2 lfo2', 'b)', 'điểm b')}${item('l1 level1 lfo2', '5.', 'Năm')}<p class=MsoNormal>Giữa</p>${item('l2 level1 lfo3', '1.1.', 'Mục một một')}${item('l2 level1 lfo3', 'Điều 2.', 'Hiệu lực')}`),
    expected: '<ol start="3"><li>Ba</li><li>Bốn<ol type="a"><li>điểm a</li><li>điểm b</li></ol></li><li>Năm</li></ol>\n<p>Giữa</p>\n<p>1.1. Mục một một</p>\n<p>Điều 2. Hiệu lực</p>',
  },
  'Google Docs': {
    html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr" style="line-height:1.38"><span style="font-size:20pt;font-weight:400">Tiêu đề</span></h1><p dir="ltr" style="text-align:center"><span style="font-weight:700">Đậm</span><span style="font-style:italic"> nghiêng</span></p><br /><ul style="margin:0"><li dir="ltr" aria-level="1"><p role="presentation"><span style="font-weight:400">Một</span></p></li><ul><li aria-level="2"><p role="presentation"><span>Lồng</span></p></li></ul></ul><p><a href="https://www.google.com/url?q=https://xa.gov.vn/a&amp;sa=D"><span style="text-decoration:underline">liên kết</span></a></p></b>`,
    expected: '<h2>Tiêu đề</h2>\n<p class="can-giua"><strong>Đậm</strong><em> nghiêng</em></p>\n<ul><li>Một<ul><li>Lồng</li></ul></li></ul>\n<p><a href="https://xa.gov.vn/a">liên kết</a></p>',
  },
  'Word trên web': {
    html: `<div class="OutlineElement"><p class="Paragraph" role="heading" aria-level="2"><span data-contrast="auto"><span>Kế hoạch</span></span><span>&nbsp;</span></p></div><div class="ListContainerWrapper"><ul class="BulletListStyle1" role="list"><li aria-level="1"><p><span>Một</span></p></li></ul></div><div class="ListContainerWrapper"><ul><li aria-level="2"><p><span>Hai</span></p></li></ul></div>`,
    expected: '<h2>Kế hoạch</h2>\n<ul><li>Một<ul><li>Hai</li></ul></li></ul>',
  },
  'trang mạng': {
    shot: 'web',
    html: `<div class="post" style="color:red;background:url(x.png)"><h1 class="t">Tin</h1><div><font face="Arial" color="#333">Chào <span style="font-weight:600">bà con</span></font><br><br>Đoạn hai</div><p>&nbsp;</p><p><a href="javascript:alert(1)">xấu</a> <a href="mailto:a@xa.gov.vn" target="_blank" onclick="x()">thư</a></p><img src="https://bao.vn/a.jpg" onerror="alert(1)"><script>alert(1)</script><h6>Nhỏ</h6><iframe src="https://x"></iframe></div>`,
    expected: '<h2>Tin</h2>\n<p>Chào <strong>bà con</strong></p>\n<p>Đoạn hai</p>\n<p>xấu <a href="mailto:a@xa.gov.vn">thư</a></p>\n<h4>Nhỏ</h4>',
  },
  'ảnh cùng trang': {
    html: '<p>Trước</p><p><img src="/bien-tap/xa/media/ab/x.jpg" alt="Cổng làng" width="640" height="360" style="width:10px"></p>',
    expected: '<p>Trước</p>\n<figure><img src="/media/ab/x.jpg" alt="Cổng làng" width="640" height="360"></figure>',
  },
  'chữ tổ hợp (NFD)': { html: '<p>Đường Hoa, xã</p>'.normalize('NFD'), expected: '<p>Đường Hoa, xã</p>' },
};
