// Asks the package ws what it makes of frames that a client sends, how it writes frames itself, and which accept key its
// server gives to a client's key (JSON in and out, bytes in hexadecimal).
const fs = require('fs');
const http = require('http');
const { WebSocketServer, Receiver, Sender } = require('ws');

const question = JSON.parse(fs.readFileSync(0, 'utf8'));
const WORDS = {
  WS_ERR_UNEXPECTED_RSV_1: 'frame-reserved-bits',
  WS_ERR_UNEXPECTED_RSV_2_3: 'frame-reserved-bits',
  WS_ERR_INVALID_CONTROL_PAYLOAD_LENGTH: 'frame-control-long',
  WS_ERR_EXPECTED_FIN: 'frame-control-fragmented',
  WS_ERR_EXPECTED_MASK: 'frame-mask',
  WS_ERR_INVALID_UTF8: 'frame-utf8',
  WS_ERR_INVALID_CLOSE_CODE: 'frame-close-code',
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: 'frame-too-big',
};

// One code of ws covers three of ours; its message tells them apart.
function wordOf(error) {
  if (error.code === 'WS_ERR_INVALID_OPCODE') {
    if (/invalid opcode 0$/.test(error.message)) return 'frame-continuation';
    if (/invalid opcode [12]$/.test(error.message)) return 'frame-interrupted';
    return 'frame-opcode';
  }
  if (error.code === 'WS_ERR_INVALID_CONTROL_PAYLOAD_LENGTH' && /length 1$/.test(error.message)) {
    return 'frame-close-length';
  }
  return WORDS[error.code] || error.code;
}

// The code to close with stands under a symbol, the only one of the error.
function closeCodeOf(error) {
  return error[Object.getOwnPropertySymbols(error)[0]];
}

function decode(bytes) {
  return new Promise((resolve) => {
    const receiver = new Receiver({ isServer: true, maxPayload: question.most, allowSynchronousEvents: true });
    let said = '';
    receiver.on('message', (data, isBinary) => { said += `${isBinary ? 'binary' : 'text'} ${data}; `; });
    receiver.on('ping', (data) => { said += `ping ${data}; `; });
    receiver.on('pong', (data) => { said += `pong ${data}; `; });
    receiver.on('conclude', (code, reason) => {
      const words = code === 1005 ? '' : `${code} ${reason}`;
      said += `close ${words}; `;
      resolve(said);
    });
    receiver.on('error', (error) => resolve(`${said}error ${wordOf(error)} ${closeCodeOf(error)}`));
    receiver.write(bytes, () => setImmediate(() => resolve(said)));
  });
}

function encode() {
  const cases = [];
  for (const size of [0, 1, 125, 126, 65535, 65536]) {
    for (const isFromClient of [false, true]) {
      const payload = 'w'.repeat(size);
      const frame = Sender.frame(Buffer.from(payload), {
        fin: true, opcode: 1, mask: isFromClient, readOnly: true, rsv1: false,
      });
      cases.push({ bytes: Buffer.concat(frame).toString('hex'), isFromClient, meaning: `text ${payload}; ` });
    }
  }
  const part = (opcode, fin, text) => Buffer.concat(Sender.frame(Buffer.from(text), {
    fin, opcode, mask: true, readOnly: true, rsv1: false,
  }));
  cases.push({
    bytes: Buffer.concat([part(1, false, 'Hel'), part(9, true, '?'), part(0, true, 'lo')]).toString('hex'),
    isFromClient: true,
    meaning: 'ping ?; text Hello; ',
  });
  return cases;
}

function accept(key, port) {
  return new Promise((resolve) => {
    const request = http.get({
      host: '127.0.0.1', port,
      headers: { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Key': key, 'Sec-WebSocket-Version': '13' },
    });
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.headers['sec-websocket-accept']);
    });
  });
}

(async () => {
  const decoded = [];
  for (const bytes of question.decode) decoded.push(await decode(Buffer.from(bytes, 'hex')));
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => { server.on('listening', resolve); });
  const accepted = [];
  for (const key of question.keys) accepted.push(await accept(key, server.address().port));
  server.close();
  process.stdout.write(JSON.stringify({ decoded, encoded: encode(), accepted }), () => process.exit(0));
})();
