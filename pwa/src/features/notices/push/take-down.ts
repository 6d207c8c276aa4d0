/** Takes what was asked about these invitations off this device, where it stands: answered in the app, or over. How an
 * answer from the lock screen went is the phone's own word: it stays until somebody looks at that invitation (`seen`). */
export async function takeDown(offers: readonly string[], seen = false): Promise<void> {
	const registration = await navigator.serviceWorker?.getRegistration();
	for (const shown of (await registration?.getNotifications?.()) ?? []) {
		const asked = Boolean((shown.data as { event?: string } | null)?.event);
		if (offers.includes(shown.tag) && (asked || seen)) shown.close();
	}
}
