import { describe, expect, it } from 'vitest';
import { shortDay } from './days';
import { addressOf, narrowOf, NOTHING } from './address';
import { CHOICES, isOver, pausedOf, STATUSES, statusesOf, TAKING_PART } from './statuses';

describe('who is asked for', () => {
	it('is everybody who takes part, unless one status is chosen', () => {
		expect(statusesOf('')).toEqual(TAKING_PART);
		expect(TAKING_PART).not.toContain('LEFT');
		for (const status of STATUSES) expect(statusesOf(status)).toEqual([status]);
	});
});

describe('a pause', () => {
	it('is asked for by itself, and leaves nobody active or ready', () => {
		expect(CHOICES.map(pausedOf)).toEqual([null, null, false, false, true, null]);
		expect([statusesOf('PAUSED'), pausedOf('')]).toEqual([TAKING_PART, null]);
	});
});

describe('the address of the register', () => {
	const read = (address: string) => narrowOf(new URL(address, 'http://localhost').searchParams);
	it('has what narrows it in words, and comes back', () => {
		const all = { status: 'ACTIVE', facility: '0198f0b0-0000-7000-8000-000000000000', kind: 'ONE_TO_ONE', language: 'pap', ending: true, notJoined: true };
		expect(addressOf(all)).toBe('/vrijwilligers?status=actief&inrichting=0198f0b0-0000-7000-8000-000000000000&inzet=one-to-one&taal=pap&verloopt=ja&account=geen');
		expect(read(addressOf(all, 'v1'))).toEqual(all);
		for (const status of CHOICES) expect(read(addressOf({ ...NOTHING, status })).status).toBe(status);
	});
	it('narrows nothing by what it cannot mean', () => {
		for (const wrong of ['status=weg', 'inrichting=x', 'inzet=%3Cb%3E', 'taal=%22', 'verloopt=nee', 'account=wel']) expect(read(`/vrijwilligers?${wrong}`)).toEqual(NOTHING);
		expect(addressOf(NOTHING)).toBe('/vrijwilligers');
	});
});

describe('the day on which a paper ends', () => {
	it('is the last on which it is good', () => {
		expect([isOver('2026-11-23', '2026-11-24'), isOver('2026-11-24', '2026-11-24'), isOver('2026-12-01', '2026-11-24')]).toEqual([true, false, false]);
	});
	it('has its year when that is another one', () => {
		const now = new Date('2026-11-24T10:00:00Z');
		expect([shortDay('2026-12-03', now), shortDay('2027-02-08', now)]).toEqual(['3 dec', '8 feb 2027']);
	});
});
