/**
 * One chunk for what every first screen needs: forty small ones weigh 9 KB gzip more, because each compresses alone
 * and imports the others by name. What a screen needs beyond it stays in the chunks that Vite makes by itself.
 */
const IN_THE_BASE: readonly RegExp[] = [
	/\/node_modules\/(svelte|@sveltejs\/kit|esm-env|clsx)\//,
	/\/vite\/json-only\.js$/,
	/vite\/preload-helper|rolldown\/runtime/,
	/\/src\/hooks\.client\.ts$/,
	/\/src\/routes\/(\+(layout|error)|begin)/,
	/\/visits\/mine\/listed-from\.ts$|virtual:document\/My(Offer|Visit)s?Document$/,
	/\/src\/lib\/(api|i18n|session|theme|shell)\//,
	/\/src\/lib\/ui\/(Answer|Button|Chip|FailureState|Icon|ListState|Mark|Notice|Screen|Sign|ThumbSheet|Toast|icons|toast|texts)\b(?!-)/
];

/** Loaded later, by who needs it: forms, the rail of desks, the other language. */
const LATER: readonly RegExp[] = [
	/\/svelte\/src\/reactivity\/(set|map|date|url)/,
	/\/svelte\/src\/internal\/client\/dom\/elements\/bindings\/(select|input|size|media|universal|window)/,
	/\/src\/lib\/shell\/(Rail\.svelte|on-device\.ts)$/,
	/\/src\/lib\/api\/(pages|sending|intent)\b/,
	/\/src\/lib\/i18n\/(short|words|days)\b/,
	/\/lib\/ui\/texts\/later\/|\/i18n\/languages-en\.ts$/,
	/\/texts\/en\.ts$|\/activities\/en\.ts$|\/i18n\/english\.ts$/,
	// Kit looks these up by their own files.
	/\/runtime\/client\/(entry|client-entry|payload)\.js$/
];

/** Whether a module goes into the chunk of every first screen. */
export function inTheBase(id: string): boolean {
	return IN_THE_BASE.some((part) => part.test(id)) && !LATER.some((part) => part.test(id));
}

/** Svelte's and Kit's modules do nothing by being loaded, but for these. */
const ACTS_WHEN_LOADED = /\/internal\/flags\/|\/disclose-version|\/runtime\/client\/(entry|client-entry)\.js$/;

/** Lets the build leave out what nobody uses of the two: their packages do not declare it. */
export function actsWhenLoaded(id: string): boolean {
	return !/\/node_modules\/(svelte|@sveltejs\/kit)\/src\//.test(id) || ACTS_WHEN_LOADED.test(id);
}

/** The volunteer's first screen, with what the screens behind it share. */
export function inTheOffers(id: string): boolean {
	return /\/src\/features\/matching\/offers\/(MyOffers|OfferCard|GoneOffer|naming|rules|texts\/(index|nl))\b/.test(id);
}

/**
 * What screens ask and answer with: twenty small files, of which most screens need most. On a slow line a file too many
 * costs more than what is in it.
 */
export function forAnswers(id: string): boolean {
	return (
		/\/src\/lib\/ui\/(Choice|Dialog|Field|Pick|RadioList|SendFailure|Stepper|NotProven|choices|icons-later|message)\b|\/lib\/ui\/texts\/later\//.test(id) ||
		/\/src\/lib\/(api\/(sending|intent)|i18n\/(short|words\/|activities\/en))/.test(id) ||
		/\/svelte\/src\/internal\/client\/dom\/elements\/bindings\/(input|universal)/.test(id)
	);
}

/** The first screenful of "Ik". */
export function inMe(id: string): boolean {
	return (
		/\/features\/(accounts\/((Me|OwnPlaces)\.svelte|texts\/)|notices\/(Notice|subject|texts\/))/.test(id) ||
		/\/lib\/ui\/(InTurn|turns)\b|virtual:document\/(My|Read)NoticesDocument$/.test(id)
	);
}

/** What stands below it, or seldom on it, and nowhere else. */
export function inMoreOfMe(id: string): boolean {
	return (
		/\/features\/accounts\/((MoreOfMe|Memberships|Sessions)\.svelte|details\/|passkeys\/(MyPasskeys|PasskeyLine|RemovePasskey|RenamePasskey|device-name)|recovery\/MyRecovery|sso\/MyLinks)/.test(id) ||
		/\/features\/(notices\/push\/(MyPush|PushChoices|texts\/)|calls\/MyCall\.svelte|visits\/calendar\/)/.test(id) ||
		/virtual:document\/(MySessions|End(Other)?Sessions?|(Set)?MyDetails|(My|Rename|Remove)Passkeys?|MyRecovery|MySsoLinks|UnlinkSso|MuteNotices|UnsubscribePush|SetQuietHours|SetLetters|MyCalendar|(Make|Revoke)CalendarFeed|SwitchMembership)Document$/.test(id)
	);
}

/** What signing in and "Ik" share: passkeys, codes and their words. */
export function inTheAccounts(id: string): boolean {
	return (
		/\/features\/accounts\/((codes|passkeys|recovery|sso)\/texts\/|codes\/(AddressForm|DigitsForm|codes|words)|sso\/(sso|JourneyOutcome)|passkeys\/(bytes|ceremonies|device|trouble)\.|sign-in|language|SignOut)/.test(id) ||
		/virtual:document\/(SetLocale|StopRecovery)Document$/.test(id)
	);
}

/** What a device keeps for when there is no line; what the first screen needs of it is with the first screen. */
export function forNoLine(id: string): boolean {
	return /\/src\/lib\/offline\/(?!answers|recall)|virtual:document\/KeptListsDocument$/.test(id);
}

/** What the volunteer's list of visits and one visit share. */
export function inTheVisits(id: string): boolean {
	return /\/src\/features\/visits\/mine\/(rules|texts\/|VisitRow|VisitChip)/.test(id);
}

/** What binds a choice list to a value: a group of its own, or the base takes it along with what could have used it. */
export function forSelects(id: string): boolean {
	return /\/svelte\/src\/internal\/client\/dom\/elements\/(bindings\/select|customizable-select)\.js$/.test(id);
}

/** The overview and the lists behind it: who opens one opens another, and each file more weighs in the service worker. */
export function inTheOverview(id: string): boolean {
	return /\/src\/features\/reports\/(overview\/(?!texts\/en)|DefinitionList)|virtual:document\/Overview\w*Document$/.test(id);
}

/** What lists of desks are narrowed by, in the address: the lists have it, and whoever leads to them. */
export function forNarrowing(id: string): boolean {
	return /\/src\/features\/(requests\/inbox\/(narrow|rounds|Filter|ticks)\b|volunteers\/(address|statuses)\b|visits\/desk\/causes\b)/.test(id);
}

/** What is sealed and noted about a volunteer: on their own screens, and in their file. Each file more is a line more in the service worker. */
export function ofPeople(id: string): boolean {
	return (
		/\/src\/features\/volunteers\/(sealed|notes)\//.test(id) ||
		/virtual:document\/(SealedFile|Open(EmergencyContact|Pass)|My(EmergencyContact|Passes|Notes)|Set(EmergencyContact|PassNumber)|VolunteerNotes|(Write|Remove)VolunteerNote)Document$/.test(id)
	);
}

/** Who was imported, and the register's words about them. */
export function ofJoining(id: string): boolean {
	return /\/src\/features\/volunteers\/joining\/|virtual:document\/(Imported(Counts|People)|InviteImported)Document$/.test(id);
}

/** When somebody can, as the volunteer and a coordinator say it. */
export function ofWhen(id: string): boolean {
	return /\/src\/features\/availability\/(WeekGrid|DayFields|rules|texts\/)|virtual:document\/((Set|End|Start)(Week|Pause)|(Add|Remove)Away)Document$/.test(id);
}
