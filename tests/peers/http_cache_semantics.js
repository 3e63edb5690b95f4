// Asks the package http-cache-semantics what a cache may do: cases in, decisions out (JSON). Each case is an answer to
// a request, and a second request some seconds later.
const fs = require('fs');
const CachePolicy = require('http-cache-semantics');

const { cases } = JSON.parse(fs.readFileSync(0, 'utf8'));
let now = 0;
class Policy extends CachePolicy {
  now() { return now; }
}

const answers = cases.map((one) => {
  now = one.receivedAt * 1000;
  const policy = new Policy({ url: '/', ...one.request }, one.response, { shared: one.shared });
  now = one.at * 1000;
  const then = { url: '/', ...one.then };
  const { response, revalidation } = policy.evaluateRequest(then);
  const headers = {};
  if (revalidation) {
    for (const name of ['if-none-match', 'if-modified-since']) {
      if (revalidation.headers[name] !== undefined) headers[name] = revalidation.headers[name];
    }
  }
  return {
    storable: policy.storable(),
    satisfies: response !== undefined && revalidation === undefined,
    meanwhile: response !== undefined && revalidation !== undefined,
    maxAge: policy.maxAge(),
    age: policy.age(),
    headers,
  };
});
process.stdout.write(JSON.stringify(answers, null, 1));
