import { call } from '#lib/api';
import { RegisterChoicesDocument } from '#lib/gql';
import { language } from '#lib/i18n/language.svelte.ts';
import { t } from './texts';

const HEADINGS = {
	nl: ['Voornaam', 'Tussenvoegsel', 'Achternaam', 'E-mail', 'Telefoon', 'Woonplaats', 'Geslacht', 'Talen', 'Inzet', 'Aantal', 'Status', 'Sinds', 'Toegelaten bij', 'Toegelaten tot', 'VOG'],
	en: ['First name', 'Infix', 'Last name', 'E-mail', 'Phone', 'City', 'Gender', 'Languages', 'Work', 'Capacity', 'Status', 'Since', 'Admitted to', 'Admitted until', 'VOG']
};
const PEOPLE = {
	nl: [
		['Sofie', 'de', 'Wit', 'sofie.de.wit@voorbeeld.example', '06 12345678', 'Assen', 'vrouw', 'Nederlands, Papiaments (een beetje)', 'Een-op-een', '2', 'Actief'],
		['Bram', '', 'Bos', 'bram.bos@voorbeeld.example', '06 23456789', 'Hengelo (Gelderland)', 'man', 'Nederlands en Engels', 'Cursus, Spreekuur', '1', 'In opleiding'],
		['Fatima', 'el', 'Amrani', 'fatima@voorbeeld.example', '', 'Utrecht', '', 'Nederlands, Arabisch, Frans', 'Een-op-een', '1', 'Aangemeld']
	],
	en: [
		['Sofie', 'de', 'Wit', 'sofie.de.wit@voorbeeld.example', '06 12345678', 'Assen', 'woman', 'Dutch, Papiamentu (a little)', 'One to one', '2', 'Active'],
		['Bram', '', 'Bos', 'bram.bos@voorbeeld.example', '06 23456789', 'Hengelo (Gelderland)', 'man', 'Dutch and English', 'Course, Desk hours', '1', 'In training'],
		['Fatima', 'el', 'Amrani', 'fatima@voorbeeld.example', '', 'Utrecht', '', 'Dutch, Arabic, French', 'One to one', '1', 'Applicant']
	]
};

/** A small list as organisations have them, with a prison where this one comes; made here, so that it always fits. */
export async function saveSample(): Promise<void> {
	const { facilities } = (await call(RegisterChoicesDocument, {})).registerChoices;
	const year = new Date().getFullYear();
	const locale = language.current;
	const where = facilities[0] ? [facilities[0].name, `31-12-${year + 1}`] : ['', ''];
	const people = PEOPLE[locale].map((person, at) => [...person, `01-0${at + 1}-${year}`, ...(at === 0 ? where : ['', '']), at < 2 ? `15-01-${year}` : '']);
	const lines = [HEADINGS[locale], ...people].map((cells) => cells.map((cell) => `"${cell}"`).join(';'));
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv' }));
	link.download = `${t().sampleName}.csv`;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
