export { counts } from './counts.svelte';
export { default as Demo } from './Demo.svelte';
export { screenFor } from './screen-for';
