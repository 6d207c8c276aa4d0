import { number } from '#lib/i18n';

export const nl = {
	title: 'Instellingen',
	intro: 'Voor de hele organisatie. Wat je hier kiest, geldt ook voor je collega’s.',
	changed: (when: string, who: string | null) => (who ? `Gewijzigd ${when}, door ${who}` : `Gewijzigd ${when}`),
	never: 'Nog nooit gewijzigd',
	putBack: 'Zet terug',
	putBackOf: (what: string, how: string) => `Zet terug: ${what}, ${how}`,
	was: (how: string) => `Eerst: ${how}`,
	back: 'Teruggezet.',
	saved: 'Opgeslagen',
	save: 'Opslaan',
	cancel: 'Annuleer',
	rate: {
		title: 'Kilometervergoeding',
		what: 'Wat een kilometer waard is bij het verslag van een bezoek, vanaf de dag die je kiest.',
		now: (amount: string) => `Nu ${amount} per kilometer`,
		usual: 'Dat is wat voor iedereen geldt zolang je niets kiest.',
		from: (amount: string, day: string) => `${amount} vanaf ${day}`,
		change: 'Wijzig het tarief',
		amount: 'Euro per kilometer',
		amountHelp: 'Van 0,00 tot 2,00. Bijvoorbeeld 0,23.',
		amountWrong: 'Vul een bedrag in, zoals 0,23.',
		day: 'Vanaf',
		dayHelp: 'Bezoeken vóór die dag houden het tarief van toen.',
		history: 'Eerdere tarieven',
		remove: 'Haal weg',
		removeOf: (rate: string) => `Haal weg: ${rate}`,
		removed: 'Weggehaald. Het tarief van daarvoor loopt door.'
	},
	rhythm: {
		title: 'Vaste afspraak',
		what: 'Waarmee een vrijwilliger begint bij een nieuwe vaste afspraak. Die kan zelf iets anders kiezen. Wat al loopt, blijft zo.',
		weeks: (weeks: number) => `Elke ${weeks} weken`
	},
	rounds: {
		title: 'Vragen in rondes',
		what: 'Waarmee je begint als je in rondes vraagt. Rondes die lopen, blijven zoals ze zijn.',
		size: 'Mensen per ronde',
		people: (size: number) => (size === 1 ? '1 mens' : `${size} mensen`),
		hours: 'Volgende ronde na',
		after: (hours: number) => `${hours} uur`,
		how: (size: number, hours: number) => `${size === 1 ? '1 mens' : `${size} mensen`} per ronde, de volgende na ${hours} uur`
	},
	night: {
		title: 'Stille uren',
		what: 'In deze uren gaat er geen ronde vanzelf weg. Wanneer een telefoon geluid maakt, kiest iedereen zelf bij Ik.',
		from: 'Vanaf',
		until: 'Tot',
		hour: (hour: number) => `${hour}.00 uur`,
		how: (from: number, until: number) => `van ${from} tot ${until} uur`,
		running: (requests: number) => (requests === 1 ? 'Bij 1 verzoek lopen nu rondes. Die volgen meteen de nieuwe uren.' : `Bij ${number(requests)} verzoeken lopen nu rondes. Die volgen meteen de nieuwe uren.`),
		confirm: 'Stille uren wijzigen?',
		change: (how: string) => `Straks ${how}.`
	},
	weights: {
		title: 'Wat telt mee bij koppelen',
		what: 'Hoe zwaar taal, afstand, dagen en de rest tellen in de volgorde van voorstellen. Bij Verdeel zie je wat een keuze verandert.',
		open: 'Kies bij Verdeel',
		how: 'zoals het daarvoor was'
	},
	papers: {
		title: 'Welke papieren nodig zijn',
		what: 'Welk papier voor welke inzet nodig is, en hoelang een papier telt: overal, of in één inrichting.',
		open: 'Bekijk de papieren'
	},
	colleagues: {
		title: 'Collega’s en rollen',
		what: 'Wie hier coördinator is. Bij Mensen nodig je iemand uit, geef je een rol of beëindig je die.',
		count: (count: number) => (count === 1 ? '1 coördinator' : `${count} coördinatoren`),
		you: 'jij',
		more: (count: number) => `en nog ${count}`,
		open: 'Naar Mensen'
	}
};
