/** The command: `node test/fake-scm/main.ts --help`. Wires the command line to the server and nothing else. */
import { HELP, readCommandLine } from "./command-line.ts";
import { announcementOf, startFakeScm } from "./server.ts";

const command = readCommandLine(process.argv.slice(2), process.env.FAKE_SCM_PASSWORD);
if (command.kind === "help") {
  process.stdout.write(HELP);
} else if (command.kind === "wrong") {
  process.stderr.write(`${command.message}\n\n${HELP}`);
  process.exitCode = 2;
} else {
  const fake = await startFakeScm(command.choices);
  const end = (): void => {
    fake.close().then(() => process.exit(0));
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  if (command.exitWithParent) {
    // A dead parent closes its end of the pipe: that is the only sign of its death that needs no asking.
    process.stdin.once("end", end).once("error", end).resume();
  }
  process.stdout.write(`${JSON.stringify(announcementOf(fake))}\n`);
}
