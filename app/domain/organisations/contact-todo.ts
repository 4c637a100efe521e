/** A row of the coordinator's start page that is about an employer. `days` is how many days ago it was due or asked. */
export type ContactTodoRow = {
  id: number;
  employerId: number;
  employerName: string;
  locality: string;
  said: string;
  days: number;
};
export type ContactTodoName = "asked" | "taken" | "next_contact" | "ask_again";
type Section<Row> = { rows: Row[]; total: number };

/** What relations ask of one coordinator today. */
export type ContactTodo = Record<ContactTodoName, Section<ContactTodoRow>>;
