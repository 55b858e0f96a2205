import { systemOf } from '#shared/device.ts';
import { say, toast } from './dom.ts';

/*
 * Passkeys are the browser's: both buttons stand hidden in the page until this script finds that the browser can.
 * The server's side is better-auth under /api/auth/passkey.
 */

const base = '/api/auth/passkey';

async function ask(path: string, body?: object): Promise<Response> {
	return fetch(
		`${base}/${path}`,
		body
			? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
			: {},
	);
}

/** Offers what the browser can do on this page. */
export function passkeys(): void {
	if (!('PublicKeyCredential' in window) || !PublicKeyCredential.parseCreationOptionsFromJSON) return;
	// A passkey belongs to a name: under a bare address the browser makes none.
	if (/^[\d.]+$|^\[/.test(location.hostname)) return;
	for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey-sign-in]'))
		offer(button, () => signIn(button));
	for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey-add]'))
		offer(button, () => add(button));
}

function offer(button: HTMLButtonElement, work: () => Promise<void>): void {
	button.hidden = false;
	button.addEventListener('click', async () => {
		button.disabled = true;
		try {
			await work();
		} catch (error) {
			// Closing the browser's dialog is an answer, not a failure.
			if (
				!(error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError'))
			) {
				toast(say('failed') || 'Error');
			}
		} finally {
			button.disabled = false;
		}
	});
}

async function signIn(button: HTMLButtonElement): Promise<void> {
	const options = await (await ask('generate-authenticate-options')).json();
	const credential = (await navigator.credentials.get({
		publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
	})) as PublicKeyCredential | null;
	if (!credential) return;
	const answer = await ask('verify-authentication', { response: credential.toJSON() });
	if (!answer.ok) return toast(button.dataset.refused ?? '');
	location.assign(button.dataset.next ?? '/');
}

async function add(button: HTMLButtonElement): Promise<void> {
	const begun = await ask('generate-register-options');
	// An old session that was left open somewhere is no reason to let its finder keep the account.
	if (begun.status === 403) return toast(button.dataset.stale ?? '');
	const options = await begun.json();
	const credential = (await navigator.credentials.create({
		publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
	})) as PublicKeyCredential | null;
	if (!credential) return;
	const answer = await ask('verify-registration', { response: credential.toJSON(), name: deviceName() });
	if (!answer.ok) return toast(button.dataset.refused ?? '');
	location.reload();
}

function deviceName(): string {
	return systemOf(navigator.userAgent) ?? 'Passkey';
}
