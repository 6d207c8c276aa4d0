import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

const ORDINALS = ['', 'First', 'Second', 'Third', 'Fourth'];

export const en: SameKeys<typeof nl> = {
	title: 'Publications',
	intro: 'Fixed figures about visits by volunteers. What stands here no longer changes.',
	quarter: (number, year) => `${ORDINALS[number] ?? ''} quarter of ${year}`,
	period: (from, to) => `${from} to ${to}`,
	publishedOn: (date) => `Published on ${date}`,
	empty: 'There is no publication yet',
	emptyHint: 'After every quarter there will be one.',
	gone: 'This publication does not exist',
	back: 'Publications',
	visits: 'Visits',
	hours: 'Hours',
	organisation: 'Organisation',
	together: 'Together',
	noRows: 'There are no figures to show.',
	definitions: 'Definitions',
	version: (version) => `Version ${version}.`,
	fixedTitle: 'Fixed and open to checking',
	fixedText: (mark) => `These figures no longer change. Signed, mark ${mark}. Corrections come in the next publication.`,
	hash: 'Mark',
	signature: 'Signature',
	check: 'Whole mark and signature',
	download: 'Download',
	downloads: { csv: 'Table (CSV)', json: 'Data (JSON)', pdf: 'Document (PDF)', html: 'Web page (HTML)', signature: 'Signature', canonical: 'Signed data' },
	publishTitle: 'Publish a quarter',
	publishHint: 'The figures are fixed and signed. After that nobody can change them.',
	whichQuarter: 'Which quarter?',
	published: 'already published',
	running: 'still running',
	publish: 'Publish',
	publishedNow: 'Saved. The publication is ready.',
	see: 'See the publication'
};
