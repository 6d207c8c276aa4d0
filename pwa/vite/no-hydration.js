/**
 * Stands in for Svelte's dom/hydration.js in a client that never takes over what a server rendered. The constant lets
 * the build leave out every branch for it, in Svelte and in each compiled component.
 */

export const hydrating = false;
export const hydrate_node = undefined;

/* @__NO_SIDE_EFFECTS__ */
export function set_hydrating() {}

/* @__NO_SIDE_EFFECTS__ */
export function set_hydrate_node() {}

/* @__NO_SIDE_EFFECTS__ */
export function hydrate_next() {}

/* @__NO_SIDE_EFFECTS__ */
export function reset() {}

/* @__NO_SIDE_EFFECTS__ */
export function hydrate_template() {}

/* @__NO_SIDE_EFFECTS__ */
export function next() {}

/* @__NO_SIDE_EFFECTS__ */
export function skip_nodes() {}

/* @__NO_SIDE_EFFECTS__ */
export function read_hydration_instruction() {}
