import { StateError } from "../../../core/index.ts";
import { integer, string } from "../../framework/attribute.ts";
import { ephemeralResource } from "../../framework/ephemeral-resource.ts";
import { type Connection, waitOf } from "../connection.ts";

/**
 * `ephemeral sectigo_acme_credentials`: what an ACME client is given to bind itself to an account of SCM (external
 * account binding, RFC 8555 §7.3.4). SCM keeps the credentials, so nothing has to be stored for them.
 */
export const acmeCredentialsEphemeral = ephemeralResource<Connection>()(
  "acme_credentials",
  {
    doc: "Credentials with which ACME clients bind themselves to an ACME account of SCM. They stand in no state, plan or log; hand them on to a vault or a host by write-only arguments.",
    timeoutMs: 60_000,
    attributes: {
      acme_account_id: integer({
        is: "required",
        doc: "Id of the account in SCM, such as `sectigo_profile.x.acme_account_id`.",
      }),
      directory_url: string({
        is: "computed",
        nullable: true,
        doc: "Directory of the account's ACME server.",
      }),
      eab_key_id: string({ is: "computed", doc: "Key id of the external account binding." }),
      eab_hmac_key: string({
        is: "computed",
        sensitive: true,
        doc: "Key of the external account binding, base64url.",
      }),
    },
  },
  {
    async open(request) {
      const { api, config } = request;
      const wait = waitOf(request);
      const account = await api.client.acme.account(config.acme_account_id, wait);
      const { eabKeyId, eabKey, acmeServer } = account;
      if (!eabKeyId || !eabKey) throw withoutCredentials(config.acme_account_id);
      let directoryUrl: string | null = null;
      for await (const server of api.client.acme.servers({}, wait))
        if (server.name === acmeServer) directoryUrl = server.url;
      const credentials = { eab_key_id: eabKeyId, eab_hmac_key: eabKey, directory_url: directoryUrl };
      return { result: { ...config, ...credentials } };
    },
  },
);

function withoutCredentials(acmeAccountId: number): StateError {
  return new StateError(`read the credentials of ACME account ${acmeAccountId}: SCM shows none`, {
    code: "state.acme_credentials",
    hint: "Accounts of a private CA may have none; for others, see whether this administrator may view them in SCM.",
  });
}
