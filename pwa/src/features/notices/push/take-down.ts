/** Takes the question about these invitations off this device, where it stands: answered in the app, or over. */
export async function takeDown(offers: readonly string[]): Promise<void> {
	const registration = await navigator.serviceWorker?.getRegistration();
	for (const shown of (await registration?.getNotifications?.()) ?? []) if (offers.includes(shown.tag)) shown.close();
}
