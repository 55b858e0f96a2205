/** The same postgres:// address with another database's name. */
export function withDatabase(url: string, name: string): string {
	return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}
