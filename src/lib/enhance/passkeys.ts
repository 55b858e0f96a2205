import { toast } from './dom.ts';

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
	for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey-sign-in]'))
		offer(button, () => signIn(button.dataset.next ?? '/'));
	for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey-add]')) offer(button, add);
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
				toast(document.getElementById('toasts')?.dataset.failed ?? 'Error');
			}
		} finally {
			button.disabled = false;
		}
	});
}

async function signIn(next: string): Promise<void> {
	const options = await (await ask('generate-authenticate-options')).json();
	const credential = (await navigator.credentials.get({
		publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
	})) as PublicKeyCredential | null;
	if (!credential) return;
	const answer = await ask('verify-authentication', { response: credential.toJSON() });
	if (!answer.ok) throw new Error('The passkey was refused.');
	location.assign(next);
}

async function add(): Promise<void> {
	const options = await (await ask('generate-register-options')).json();
	const credential = (await navigator.credentials.create({
		publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
	})) as PublicKeyCredential | null;
	if (!credential) return;
	const answer = await ask('verify-registration', { response: credential.toJSON(), name: deviceName() });
	if (!answer.ok) throw new Error('The passkey was refused.');
	location.reload();
}

function deviceName(): string {
	return /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(navigator.userAgent)?.[0] ?? 'Passkey';
}
