/** Names that people have; who bears two of them here is nobody. */
export const GIVEN_NAMES = [
  ...(['Ada', 'Aiko', 'Alexandra', 'Amélie', 'Andrés', 'Anna', 'Arjun', 'Astrid'] as const),
  ...(['Björn', 'Bruno', 'Camille', 'Carlos', 'Chiara', 'Daniel', 'David', 'Dmitri'] as const),
  ...(['Elif', 'Elena', 'Emil', 'Fatima', 'Felix', 'Florian', 'François', 'Frida'] as const),
  ...(['Giulia', 'Guillaume', 'Hana', 'Hassan', 'Ines', 'Ivan', 'Jakub', 'Jan'] as const),
  ...(['Joana', 'Johannes', 'Julia', 'Karolina', 'Katarína', 'Kenji', 'Lars', 'Laura'] as const),
  ...(['Łukasz', 'Magnus', 'Marco', 'Marie', 'Matěj', 'Mei', 'Michael', 'Mohamed'] as const),
  ...(['Nadia', 'Nils', 'Olga', 'Oliver', 'Paul', 'Peter', 'Priya', 'Rafael'] as const),
  ...(['Robert', 'Sofia', 'Søren', 'Stefan', 'Thomas', 'Ursula', 'Wei', 'Zoë'] as const),
] as const;

export const FAMILY_NAMES = [
  ...(['Åkesson', 'Andersen', 'Bakker', 'Becker', 'Bianchi', 'Brown', 'Cohen', 'Costa'] as const),
  ...(['de Vries', 'Dubois', 'Dvořák', 'Eriksson', 'Fernández', 'Fischer', 'García'] as const),
  ...(['González', 'Greco', 'Gruber', 'Gupta', 'Hansen', 'Horváth', 'Hoffmann'] as const),
  ...(['Ito', 'Ivanov', 'Jansen', 'Jensen', 'Johnson', 'Jones', 'Kaya', 'Khan'] as const),
  ...(['Kim', 'Klein', 'Kovács', 'Kowalski', 'Kumar', 'Lambert', 'Larsen', 'Lefèvre'] as const),
  ...(['Li', 'Lindqvist', 'Martin', 'Meyer', 'Miller', 'Moreau', 'Müller', 'Murphy'] as const),
  ...(['Nguyen', 'Novák', 'Nowak', 'O’Brien', 'Öztürk', 'Papadopoulos', 'Patel'] as const),
  ...(['Peeters', 'Pereira', 'Petrov', 'Popescu', 'Rossi', 'Ruiz', 'Sato', 'Schmidt'] as const),
  ...(['Schneider', 'Silva', 'Singh', 'Smith', 'Svensson', 'Tanaka', 'Taylor'] as const),
  ...(['Van den Berg', 'Virtanen', 'Wagner', 'Weber', 'Williams', 'Wójcik', 'Zhang'] as const),
] as const;
