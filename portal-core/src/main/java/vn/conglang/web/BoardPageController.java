package vn.conglang.web;

import vn.conglang.editorial.PublicBoard;
import vn.conglang.site.Face;
import vn.conglang.site.OnFace;
import vn.conglang.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who answers for the site: its editorial board, where the board lets itself be seen. */
@Controller
@OnFace(Face.PUBLIC)
class BoardPageController {

	static final String PATH = "/ban-bien-tap";

	private final PublicBoard board;

	private final SitePages pages;

	BoardPageController(PublicBoard board, SitePages pages) {
		this.board = board;
		this.pages = pages;
	}

	@GetMapping(PATH)
	String board(Site site, Model model) {
		PublicBoard.Shown board = this.board.shown(site).orElseThrow(NotFoundException::new);
		model.addAttribute("board",
				new Views.BoardPage(board.number(), board.date(), board.issuer(), board.file(), board.phone(),
						board.email(),
						board.members()
							.stream()
							.map((person) -> new Views.BoardMember(person.name(),
									this.pages.text("identity.role." + person.role()), person.title(), person.duty()))
							.toList()));
		return this.pages.page(model, site, "board", PATH, this.pages.text("public.board"),
				this.pages.text("public.board.description", site.fullName()), null);
	}

}
