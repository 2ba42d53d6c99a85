// Suggestions while somebody types into a field of the search (ARIA combobox with a list). Loaded when a field is first used.
let count = 0;

export function suggest(form) {
	const field = form.querySelector('input[name=q]');
	const list = document.createElement('ul');
	list.className = 'hints';
	list.id = `goi-y-${++count}`;
	list.setAttribute('role', 'listbox');
	list.setAttribute('aria-label', form.dataset.list);
	list.hidden = true;
	field.closest('label, span').after(list);
	for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) {
		field.setAttribute(name, value);
	}

	let typed = field.defaultValue;
	let current = -1;
	let timer;
	let request;

	const choose = (index) => {
		current = index;
		[...list.children].forEach((option, i) => option.setAttribute('aria-selected', i === index));
		if (index < 0) field.removeAttribute('aria-activedescendant');
		else {
			field.setAttribute('aria-activedescendant', list.children[index].id);
			list.children[index].scrollIntoView({ block: 'nearest' });
		}
	};
	const open = (on) => {
		list.hidden = !on;
		field.setAttribute('aria-expanded', on);
		if (!on) choose(-1);
	};
	const stop = () => {
		clearTimeout(timer);
		request?.abort();
	};
	const show = (found) => {
		list.replaceChildren(...found.map((hit, i) => {
			const option = document.createElement('li');
			option.id = `${list.id}-${i}`;
			option.setAttribute('role', 'option');
			option.setAttribute('aria-selected', 'false');
			option.dataset.href = hit.href;
			const title = document.createElement('b');
			title.textContent = hit.title;
			const kind = document.createElement('small');
			kind.textContent = hit.kind;
			option.append(title, kind);
			return option;
		}));
		current = -1;
		open(found.length > 0 && document.activeElement === field);
	};
	const ask = async () => {
		request = new AbortController();
		try {
			const answer = await fetch(`${form.action}/goi-y?q=${encodeURIComponent(typed)}`, { signal: request.signal });
			if (answer.ok) show(await answer.json());
		} catch { /* typing goes on; the form works without suggestions */ }
	};

	const type = () => {
		if (field.value === typed) return;
		typed = field.value;
		stop();
		if ([...typed.trim()].length < 2) show([]);
		else timer = setTimeout(ask, 180);
	};
	field.addEventListener('input', type);
	field.addEventListener('keydown', (e) => {
		if (e.isComposing || list.hidden) return;
		const last = list.children.length - 1;
		if (e.key === 'ArrowDown') choose(current < last ? current + 1 : -1);
		else if (e.key === 'ArrowUp') choose(current < 0 ? last : current - 1);
		else if (e.key === 'Escape') open(false);
		else if (e.key === 'Enter' && current >= 0) location.assign(list.children[current].dataset.href);
		else return;
		e.preventDefault();
	});
	field.addEventListener('blur', () => {
		stop();
		open(false);
	});
	// the field keeps its focus, so that the list is still there when the finger is lifted
	list.addEventListener('pointerdown', (e) => e.preventDefault());
	list.addEventListener('mousedown', (e) => e.preventDefault());
	list.addEventListener('click', (e) => {
		const option = e.target.closest('[role=option]');
		if (option) location.assign(option.dataset.href);
	});
	form.addEventListener('submit', stop);
	// somebody types faster than this file comes
	type();
}
