/** "PI Veenhuizen, locatie Esserheem" as people there say it: "Esserheem"; "PI Zwolle": "Zwolle". For lists, where room is short. */
export function shortPlace(name: string): string {
	const location = /,\s*(?:locatie\s+)?(.+)$/.exec(name)?.[1];
	return location ?? name.replace(/^PI\s+/, '');
}
