export { begin, call, reach } from './call';
export { Failure, asFailure, sessionEndOf, type SessionEnd } from './failure';
export { live, Live } from './live.svelte';
export { Sending } from './sending.svelte';
export { returnPath, signInPath } from './signed-out';
