// Measuring systems outside, only on pages of sites that are connected with them: after everything else, and not for
// those who asked not to be tracked. The page's security policy allows no script inside the page, so what those systems
// want to have pasted there is done here.
(() => {
	const wanted = document.currentScript.dataset;

	const load = (address) => {
		const script = document.createElement('script');
		script.async = true;
		script.src = address;
		document.head.append(script);
	};

	const measure = () => {
		if (wanted.emcId) {
			const queue = window._govaq = window._govaq || [];
			queue.push(['trackPageView'], ['enableLinkTracking'], ['setTrackerUrl', wanted.emcTracker], ['setSiteId', wanted.emcId]);
			load(wanted.emcScript);
		}
		if (wanted.matomoId) {
			const queue = window._paq = window._paq || [];
			queue.push(['disableCookies'], ['setDoNotTrack', true], ['trackPageView'], ['enableLinkTracking'],
				['setTrackerUrl', wanted.matomoUrl + 'matomo.php'], ['setSiteId', wanted.matomoId]);
			load(wanted.matomoUrl + 'matomo.js');
		}
	};

	const whenIdle = () => {
		if ('requestIdleCallback' in window) requestIdleCallback(measure, { timeout: 3000 });
		else setTimeout(measure, 500);
	};

	if (navigator.doNotTrack === '1' || navigator.globalPrivacyControl) return;
	if (document.readyState === 'complete') whenIdle();
	else addEventListener('load', whenIdle);
})();
