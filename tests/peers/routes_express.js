// Asks Express what it does with each request of a table: routes and requests in, answers out (JSON).
const fs = require('fs');
const http = require('http');
const express = require('express');

const table = JSON.parse(fs.readFileSync(0, 'utf8'));
const app = express();
app.set('env', 'test');
table.routes.forEach((route, index) => {
  const answer = (request, response) => response.json({ route: index, parameters: request.params });
  if (route.methods.length === 0) app.all(route.path, answer);
  const line = app.route(route.path);
  route.methods.forEach((method) => line[method.toLowerCase()](answer));
});

const ask = (port, [method, path]) => new Promise((resolve, reject) => {
  const request = http.request({ host: '127.0.0.1', port, method, path }, (response) => {
    let body = '';
    response.on('data', (part) => { body += part; });
    response.on('end', () => {
      const answer = { status: response.statusCode };
      if (response.headers.allow !== undefined) {
        answer.allow = response.headers.allow.split(', ');
        answer.body = body;
      } else if (response.statusCode === 200 && method !== 'HEAD') {
        Object.assign(answer, JSON.parse(body));
      }
      resolve(answer);
    });
  });
  request.on('error', reject);
  request.end();
});

const server = app.listen(0, '127.0.0.1', async () => {
  const answers = [];
  for (const request of table.requests) answers.push(await ask(server.address().port, request));
  process.stdout.write(JSON.stringify(answers));
  server.close();
});
