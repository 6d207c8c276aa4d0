export { homeOf, isOutside, mayVisit, PLACES, type Place, type PlaceName } from './places';
export { session, type Viewer } from './session.svelte';
