// Does the looking of bin/themes: node themes.mjs <report|sheet|pictures> <port> <project> <theme> …
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import lighthouse from 'lighthouse';

const [task, port, project, ...themes] = process.argv.slice(2);
const PAGES = { home: '/', category: '/chuyen-muc/tin-tuc-su-kien', article: null, documents: '/van-ban' };
const LEAST = 95;
const MOST_CLS = 0.02;
const MOST_HOME = 100;
const MOST_HOME_WITH_PHOTOS = 400;
const MOST_CSS = 25;

const browser = await puppeteer.launch({
	executablePath: process.env.CHROMIUM,
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
const address = (theme, page) => `http://xem-${theme}.localhost:${port}${page}`;

async function opened(url, width, height, dark) {
	const page = await browser.newPage();
	await page.bringToFront();
	await page.setViewport({ width, height, isMobile: width < 500, hasTouch: width < 500 });
	await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
	await page.goto(url, { waitUntil: 'load' });
	return page;
}

/** Scrolls through, so that what is loaded late is there. */
async function seen(page) {
	await page.evaluate(async () => {
		for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
			scrollTo(0, y);
			await new Promise((go) => setTimeout(go, 40));
		}
		scrollTo(0, 0);
		const loaded = [...document.images].map((image) => image.complete || new Promise((go) => { image.onload = image.onerror = go; }));
		await Promise.race([Promise.all(loaded), new Promise((go) => setTimeout(go, 3000))]);
	});
}

/** The article with the most pictures and tables that the home page leads to. */
async function article(theme) {
	const page = await opened(address(theme, '/'), 1280, 900);
	const found = await page.evaluate(() => document.querySelector('main a[href^="/bai-viet/"]').getAttribute('href'));
	await page.close();
	return found;
}

async function pictures() {
	for (const theme of themes) {
		const page = await opened(address(theme, '/'), 1280, 960);
		await seen(page);
		const shot = await page.screenshot({ type: 'png', encoding: 'base64' });
		await page.setViewport({ width: 640, height: 480 });
		await page.setContent(`<body style="margin:0"><img width="640" height="480" src="data:image/png;base64,${shot}">`);
		const file = path.join(project, 'themes', theme, 'preview.webp');
		await page.screenshot({ path: file, type: 'webp', quality: 72 });
		await page.close();
		console.log(`${path.relative(project, file)}  ${(fs.statSync(file).size / 1024).toFixed(1)} KB`);
	}
}

async function sheet() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sheet-'));
	for (const dark of [false, true]) {
		for (const width of [360, 1280]) {
			const height = width < 500 ? 1400 : 1700;
			const cells = [];
			for (const theme of themes) {
				const page = await opened(address(theme, '/'), width, 900, dark);
				await seen(page);
				const image = await page.screenshot({ encoding: 'base64', type: 'jpeg', quality: 80, clip: { x: 0, y: 0, width, height } });
				cells.push(`<figure><img width="300" src="data:image/jpeg;base64,${image}"><figcaption>${theme}</figcaption></figure>`);
				await page.close();
			}
			const page = await browser.newPage();
			await page.setViewport({ width: 1640, height: 900 });
			await page.setContent(`<body style="margin:12px;display:grid;grid-template-columns:repeat(5,300px);gap:12px 20px;font:16px sans-serif;background:#888">
				<style>figure{margin:0}img{display:block}</style>${cells.join('')}`, { waitUntil: 'load' });
			const file = path.join(project, 'var', 'themes', `sheet-${width}-${dark ? 'dark' : 'light'}.png`);
			await page.screenshot({ path: file, fullPage: true });
			await page.close();
			console.log(path.relative(project, file));
		}
	}
	fs.rmSync(folder, { recursive: true });
}

async function violations(url, dark) {
	const page = await opened(url, 360, 740, dark);
	const source = fs.readFileSync(path.join(import.meta.dirname, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
	await page.evaluate(source);
	const found = await page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations
		.map((violation) => `${violation.id}: ${violation.nodes[0].target}`));
	await page.close();
	return found;
}

/** The widths and formats of pictures are drawn when first asked for; that is not what is measured. */
async function visited(url) {
	const page = await browser.newPage();
	await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
	await page.goto(url, { waitUntil: 'load' });
	await seen(page);
	await page.close();
}

async function report() {
	let missed = 0;
	console.log('| theme | page | performance | accessibility | best practices | SEO | CLS | LCP s | KB | of it CSS | axe light, dark |');
	console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |');
	for (const theme of themes) {
		for (const [name, at] of Object.entries(PAGES)) {
			const url = address(theme, at ?? await article(theme));
			await visited(url);
			const page = await browser.newPage();
			const { lhr } = await lighthouse(url, { logLevel: 'error', onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'] }, undefined, page);
			await page.close();
			const score = (category) => Math.round(lhr.categories[category].score * 100);
			const requests = lhr.audits['network-requests'].details.items.filter((item) => item.url.startsWith('http'));
			const kb = (type) => requests.filter((item) => !type || item.resourceType === type).reduce((sum, item) => sum + item.transferSize, 0) / 1024;
			const foreign = requests.filter((item) => new URL(item.url).host !== new URL(url).host);
			const cls = lhr.audits['cumulative-layout-shift'].numericValue;
			const axe = [await violations(url, false), await violations(url, true)];
			const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map(score);
			const without = kb() - kb('Image') + requests.filter((item) => item.url.endsWith('.svg')).reduce((sum, item) => sum + item.transferSize, 0) / 1024;
			const wrong = [
				...scores.filter((value) => value < LEAST).map((value) => `score ${value}`),
				...(cls > MOST_CLS ? [`CLS ${cls.toFixed(3)}`] : []),
				...(kb('Stylesheet') > MOST_CSS ? ['CSS'] : []),
				...(name === 'home' && without > MOST_HOME ? [`${without.toFixed(0)} KB without photos`] : []),
				...(name === 'home' && kb() > MOST_HOME_WITH_PHOTOS ? [`${kb().toFixed(0)} KB`] : []),
				...(foreign.length ? [`asks ${new URL(foreign[0].url).host}`] : []),
				...axe.flat(),
			];
			const imperfect = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === 'binary').map((audit) => audit.id);
			missed += wrong.length ? 1 : 0;
			console.log(`| ${theme} | ${name} | ${scores.join(' | ')} | ${cls.toFixed(3)} | ${(lhr.audits['largest-contentful-paint'].numericValue / 1000).toFixed(1)} | ${kb().toFixed(0)} | ${kb('Stylesheet').toFixed(1)} | ${axe.map((found) => found.length).join(', ')} |`
				+ (wrong.length ? ` MISSED: ${wrong.join('; ')}` : '') + (process.env.WHY && imperfect.length ? ` (${imperfect.join(', ')})` : ''));
		}
	}
	console.log(missed ? `\n${missed} page(s) miss a figure.` : '\nAll figures are reached.');
	return missed;
}

const missed = await { report, sheet, pictures }[task]();
await browser.close();
process.exit(missed ? 1 : 0);
