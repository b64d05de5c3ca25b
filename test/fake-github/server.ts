/**
 * GitHub's API on loopback, as far as comments on pull requests and the list of their files need it. Written from GitHub's public reference; comments
 * have authors, tokens have rights, and a token that may only read is refused in GitHub's own words.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FakeComment {
  readonly id: number;
  readonly author: string;
  body: string;
}

/** Who a token belongs to, and whether it may write comments. */
export interface FakeToken {
  readonly login: string;
  readonly writes: boolean;
}

export interface FakeFile {
  readonly filename: string;
  readonly status: "added" | "removed" | "modified" | "renamed";
  /** The difference, without its head; binary files have none. */
  readonly patch?: string;
}

export interface FakeGithub extends AsyncDisposable {
  readonly apiUrl: string;
  readonly comments: FakeComment[];
  /** What the pull request changes, as its files are listed. */
  readonly files: FakeFile[];
  /** `POST /repos/…` in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

const PAGE = 100;

/** @param tokens by their text */
export async function startFakeGithub(tokens: Readonly<Record<string, FakeToken>>): Promise<FakeGithub> {
  const comments: FakeComment[] = [];
  const files: FakeFile[] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "" } = request;
    requests.push(`${method} ${url}`);
    const body = await bodyOf(request);
    const token = tokens[(request.headers.authorization ?? "").replace(/^(token|bearer) /i, "")];
    if (token === undefined) return send(response, 401, { message: "Bad credentials" });
    if (url.endsWith("/graphql")) return send(response, 200, { data: pageFor(token, body) });
    const listed = /^\/repos\/example\/infra\/pulls\/\d+\/files\?(.*)$/.exec(url);
    if (listed !== null) return list(response, new URLSearchParams(listed[1]));
    if (!token.writes) return send(response, 403, { message: "Resource not accessible by integration" });
    const [, id] = /^\/repos\/example\/infra\/issues\/comments\/(\d+)$/.exec(url) ?? [];
    if (method === "PATCH" && id !== undefined) return edit(response, Number(id), body);
    if (method === "POST" && /^\/repos\/example\/infra\/issues\/\d+\/comments$/.test(url)) {
      const comment = { id: 9000 + comments.length * 3, author: token.login, body: String(body.body) };
      comments.push(comment);
      return send(response, 201, comment);
    }
    return send(response, 404, { message: "Not Found" });
  }

  function list(response: ServerResponse, query: URLSearchParams): void {
    const [page, size] = [Number(query.get("page") ?? 1), Number(query.get("per_page") ?? 30)];
    send(response, 200, files.slice((page - 1) * size, page * size));
  }

  function edit(response: ServerResponse, id: number, body: Body): void {
    const comment = comments.find((each) => each.id === id);
    if (comment !== undefined) comment.body = String(body.body);
    send(response, comment === undefined ? 404 : 200, comment ?? { message: "Not Found" });
  }

  function pageFor({ login }: FakeToken, { variables }: Body): unknown {
    const start = Number(members(variables).after ?? 0);
    const nodes = comments.slice(start, start + PAGE).map(({ id, body, author }) => ({
      ...{ databaseId: id, body },
      viewerDidAuthor: author === login,
    }));
    const hasNextPage = comments.length > start + PAGE;
    const pageInfo = { hasNextPage, endCursor: hasNextPage ? String(start + PAGE) : null };
    return { repository: { pullRequest: { comments: { nodes, pageInfo } } } };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // listens on TCP
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  const apiUrl = `http://127.0.0.1:${port}`;
  return { apiUrl, comments, files, requests, close, [Symbol.asyncDispose]: close };
}

type Body = Readonly<Record<string, unknown>>;

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return members(text === "" ? {} : JSON.parse(text));
}

function members(value: unknown): Body {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", connection: "close" });
  response.end(JSON.stringify(body));
}
