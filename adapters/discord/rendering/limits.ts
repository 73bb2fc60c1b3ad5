/** Discord's limits that messages have to keep (discord-api-docs, components/reference and resources/message). */
export const LIMITS = {
  /** Components of a message, nested ones counted. */
  components: 40,
  /** Characters over all text displays of a message. */
  text: 4000,
  buttonLabel: 80,
  selectOptions: 25,
  optionLabel: 100,
  optionDescription: 100,
  placeholder: 150,
  customId: 100,
  url: 512,
  choices: 25,
  choice: 100,
  description: 100,
  modalTitle: 45,
  label: 45,
  labelDescription: 100,
  modalInput: 4000,
  eventName: 100,
  eventDescription: 1000,
  eventLocation: 100,
  /** Scheduled or active ones of a server. */
  events: 100,
} as const;
