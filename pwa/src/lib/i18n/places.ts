/** "PI Veenhuizen, Esserheem": the word "locatie" says nothing to who goes there. */
export function placeName(name: string): string {
	return name.replace(', locatie ', ', ');
}

/** "Esserheem", where the town is already named. */
export function shortPlace(name: string): string {
	return name.split(', locatie ').at(-1) ?? name;
}
