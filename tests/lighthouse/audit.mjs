// Lighthouse on screens of the running program, in a Chromium of its own that ends with this process.
// argv: where, as whom, which paths and categories, as JSON. Says a line of JSON for each path.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// what the phone keeps for when there is no line is part of what is looked at
const KEPT = /stored data affecting loading performance/;

const asked = JSON.parse(process.argv[2]);
const path = createRequire(pathToFileURL(`${process.env.PWA}/package.json`)).resolve('lighthouse');
const { default: lighthouse } = await import(pathToFileURL(path).href);
const { default: puppeteer } = await import(pathToFileURL(createRequire(path).resolve('puppeteer-core')).href);
const FIGURES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];

const browser = await puppeteer.launch({ executablePath: asked.chromium, args: asked.arguments });
process.stdin.resume().on('end', () => browser.close()); // whoever asked is gone
try {
	await browser.setCookie({ ...asked.cookie, url: asked.origin, httpOnly: true });
	for (const screen of asked.paths) console.log(JSON.stringify(await audited(asked.origin + screen)));
} finally {
	await browser.close();
	process.stdin.destroy();
}

async function audited(url) {
	const page = await browser.newPage();
	// the mobile preset: its screen, its slow line, its slow processor
	const settings = { onlyCategories: asked.categories, disableFullPageScreenshot: true, locale: 'en-US' };
	const { lhr } = await lighthouse(url, settings, undefined, page);
	const heading = await page.evaluate(() => document.querySelector('h1')?.innerText ?? '');
	await page.close();
	return {
		url: lhr.finalDisplayedUrl,
		heading,
		trouble: lhr.runtimeError ? [lhr.runtimeError.message] : lhr.runWarnings.filter((warning) => !KEPT.test(warning)),
		scores: Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score])),
		failed: Object.values(lhr.categories).flatMap((category) => failedIn(lhr, category)),
		machine: lhr.environment.benchmarkIndex,
		figures: Object.fromEntries(FIGURES.filter((id) => lhr.audits[id]).map((id) => [id, lhr.audits[id].numericValue]))
	};
}

/** The audits that took something off the score. */
function failedIn(lhr, { auditRefs }) {
	const counted = auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]);
	return counted.filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'error' || (score ?? 1) < 1).map(said);
}

function said({ id, title, errorMessage, details }) {
	const where = (details?.items ?? []).slice(0, 3).map(({ node, ...rest }) => node?.snippet ?? JSON.stringify(rest));
	return [`${id}:`, errorMessage ?? title, ...where].join(' ');
}
