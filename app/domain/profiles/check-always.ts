/** For a check of a whole form: also when a field is wrong by itself. All mistakes are told at once, not one kind after the other. */
export const always = { when: () => true };
