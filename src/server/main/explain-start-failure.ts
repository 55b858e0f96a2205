import { ConfigError } from '../platform/config.ts';

/** One sentence for what an operator can mend; the whole error for what they cannot. */
export function explainStartFailure(error: unknown): string {
	const { code, message, name } = error as NodeJS.ErrnoException;
	const port = process.env.PORT ?? '3000';
	if (code === 'EADDRINUSE')
		return `Port ${port} is taken by another program. Stop it, or start Stoa on another one: PORT=3001 npm start`;
	if (code === 'EACCES' && /listen/.test(message))
		return `This user may not open port ${port}. Use one above 1023: PORT=3000 npm start`;
	if (code === 'EADDRNOTAVAIL')
		return `This machine has no address ${process.env.HOST}. Set HOST to one it has, or leave it unset for 127.0.0.1.`;
	if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ENOENT' || /^(28|3D)/.test(code ?? ''))
		return `The database at DATABASE_URL does not let Stoa in: ${message}. Check the address, the name and the password, and that it runs.`;
	if (code === '42501')
		return `The role in DATABASE_URL may not make tables: ${message}. Give it the database: alter database NAME owner to ROLE`;
	if (error instanceof ConfigError || ['EmbeddedError', 'MigrationError', 'BackupError'].includes(name))
		return message;
	return error instanceof Error ? (error.stack ?? message) : String(error);
}
