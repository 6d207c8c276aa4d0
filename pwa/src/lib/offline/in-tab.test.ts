import { expect, test } from 'vitest';
import { forgetTab, inTab, keepInTab } from './in-tab';

function store(): Storage {
	const held = new Map<string, string>();
	return {
		getItem: (key: string) => held.get(key) ?? null,
		setItem: (key: string, value: string) => void held.set(key, value),
		removeItem: (key: string) => void held.delete(key)
	} as unknown as Storage;
}

const mine = { by: 'me as coordinator', on: '2026-11-26' };

test('what is kept in a tab is there again, for who made it, on that day', () => {
	const tab = store();
	keepInTab(mine, { chosen: ['a'] }, tab);
	expect(inTab(mine, tab)).toEqual({ chosen: ['a'] });
	expect(inTab({ ...mine, by: 'somebody else' }, tab)).toBeNull();
	expect(inTab({ ...mine, on: '2026-11-27' }, tab)).toBeNull();
});

test('nothing stays when there is nothing to keep, or after signing out', () => {
	const tab = store();
	keepInTab(mine, { chosen: ['a'] }, tab);
	keepInTab(mine, null, tab);
	expect(inTab(mine, tab)).toBeNull();
	keepInTab(mine, { chosen: ['a'] }, tab);
	forgetTab(tab);
	expect(inTab(mine, tab)).toBeNull();
});

test('what cannot be read is nothing, and where nothing can be kept the screen goes on', () => {
	const broken = { getItem: () => '{', setItem: () => { throw new Error('full'); } } as unknown as Storage;
	expect(inTab(mine, broken)).toBeNull();
	keepInTab(mine, { chosen: [] }, broken);
});
