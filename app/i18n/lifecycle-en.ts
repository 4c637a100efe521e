/** The English texts of `lifecycle`. */
export const lifecycleEn = {
  errors: { title_one: "One thing to correct", title_other: "{{count}} things to correct" },
  pause: {
    title: "Pause",
    heading: "Pause",
    lead: {
      own: "You can pause when you want. Nobody is angry. The place is still yours.",
      employer: "You can pause, for holidays for example. The place is kept for the participant.",
      staff: "The place is kept. The days are left out of the calendar.",
    },
    from: "From and including",
    returnsOn: "First day back",
    returnsOnHint: {
      own: "Leave it empty if you are ill and do not know yet.",
      employer: "About when is enough. The day can be changed.",
      staff: "Leave it empty at illness when nobody knows yet.",
    },
    kind: "Why?",
    kindHint: {
      own: "The employer is only told which days, never why.",
      staff: "The employer and the agency only see the days, never why.",
    },
    kinds: {
      own: { sick: "I am ill", other: "Something else" },
      staff: { sick: "Ill", other: "Something else" },
    },
    note: "Do you want to say more?",
    noteHint: "Only coordinators and coaches read it.",
    button: "Pause",
    ahead: "Pause from {{from}} to and including {{until}}",
    aheadOpen: "Pause from {{from}} until further notice",
    why: { sick: "Because of illness.", other: "For another reason." },
    resume: "Go on",
    resumeHint:
      "Today or a day ahead. On the day the pause begins, or before it: then the pause is taken away.",
    resumeButton: "Save the day of return",
    earlier: "Earlier pauses",
  },
  error: {
    pause_from_missing: "Write the day on which the pause begins, as 2026-06-03.",
    return_missing: "Write the first day back. It can be unknown at illness only.",
    return_before_pause: "The first day back is not after the pause began. Change one of them.",
    pause_outside_period: "The pause does not begin between the first and the last day. Choose another day.",
    pause_past_end: "The placement has ended by then. Choose an earlier day, or end it instead.",
    pause_overlaps: "There is a pause on those days already. Change it, or choose other days.",
    not_paused: "It is not paused. Nothing more is needed.",
    day_pattern: "Write the day as 2026-06-17.",
    choose_in_list: "Choose one of the answers.",
    text_too_long: "The text is too long. Make it a little shorter.",
    not_allowed: "The coordinator can do that.",
    wrong_status: "It is not possible any more. Read how it stands now.",
  },
};
