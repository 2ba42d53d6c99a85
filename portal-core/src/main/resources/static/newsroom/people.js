// Copies a link that is to be handed over.
for (const button of document.querySelectorAll('[data-copy]')) {
	button.addEventListener('click', async () => {
		const field = document.getElementById(button.dataset.copy);
		field.select();
		try {
			await navigator.clipboard.writeText(field.value);
			button.textContent = button.dataset.copied;
		} catch {
			// the text is selected: it can be copied by hand
		}
	});
}

// What cannot be undone by a click is asked about first.
for (const form of document.querySelectorAll('form[data-confirm]')) {
	form.addEventListener('submit', (event) => {
		if (!confirm(form.dataset.confirm)) {
			event.preventDefault();
		}
	});
}
