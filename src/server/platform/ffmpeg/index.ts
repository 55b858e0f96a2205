export { type Ffmpeg, FfmpegError, openFfmpeg, type RunOptions } from './ffmpeg.ts';
export { onlyFiles, type Probed, probe, readProbe } from './probe.ts';
