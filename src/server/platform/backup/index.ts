export { BackupError, BackupStopped } from './backup-error.ts';
export { type Restored, restoreBackup } from './restore-backup.ts';
export { writeBackup } from './write-backup.ts';
export { type Exported, writeExport } from './write-export.ts';
