// Reading aids, printing and copying of the address. Every page is complete without this.
(() => {
	const root = document.documentElement;
	const all = (selector) => document.querySelectorAll(selector);
	const saved = (key, value) => {
		try {
			if (value === undefined) return localStorage.getItem(key);
			localStorage.setItem(key, value);
		} catch { /* private mode: the choice lasts for this page */ }
		return value;
	};

	let size = Number(saved('co-chu')) || 0;
	const showSize = () => { root.dataset.size = size; };
	const showContrast = (on) => {
		if (on) root.dataset.contrast = ''; else delete root.dataset.contrast;
		for (const b of all('[data-act=contrast]')) b.setAttribute('aria-pressed', on);
	};
	showSize();
	showContrast(saved('tuong-phan') === '1');

	const acts = {
		size: (b) => {
			const step = Number(b.dataset.step);
			size = step ? Math.max(-1, Math.min(3, size + step)) : 0;
			saved('co-chu', size);
			showSize();
		},
		contrast: () => {
			const on = !('contrast' in root.dataset);
			saved('tuong-phan', on ? '1' : '0');
			showContrast(on);
		},
		slide: (b) => {
			const slides = b.closest('[data-slider]').querySelector('.slides');
			slides.scrollBy({ left: Number(b.dataset.step) * slides.firstElementChild.offsetWidth });
		},
		print: () => print(),
		copy: async (b) => {
			const label = b.querySelector('[data-label]') || b;
			const before = label.textContent;
			try {
				await navigator.clipboard.writeText(b.dataset.url);
				label.textContent = b.dataset.done;
				setTimeout(() => { label.textContent = before; }, 2500);
			} catch { prompt(before, b.dataset.url); }
		},
	};
	for (const b of all('[data-act]')) b.addEventListener('click', () => acts[b.dataset.act](b));
	for (const e of all('[data-js]')) e.hidden = false;

	// One opened part of the menu at a time; Escape and a tap beside it close it.
	const opened = () => all('.menu .sub[open]');
	document.addEventListener('click', (e) => {
		for (const d of opened()) if (!d.contains(e.target)) d.open = false;
	});
	document.addEventListener('keydown', (e) => {
		if (e.key === 'Escape') for (const d of opened()) { d.open = false; d.firstElementChild.focus(); }
	});

	// Suggestions come with the first use of a field of the search.
	for (const form of all('form[data-suggest]')) {
		form.addEventListener('focusin', () => {
			import(form.dataset.suggest).then((module) => module.suggest(form)).catch(() => { /* a comfort only */ });
		}, { once: true });
	}

	// A table wider than the text scrolls in its own box, with the keyboard too.
	for (const t of all('.prose table')) {
		if (t.scrollWidth > t.clientWidth + 1) t.tabIndex = 0;
	}
})();
