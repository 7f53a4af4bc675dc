// Express, sending JSON. The folder with its packages is told by BENCH_EXPRESS.
const fs = require("fs");
const path = require("path");
const express = require(path.join(process.env.BENCH_EXPRESS, "node_modules", "express"));

const listed = process.env.BENCH_ANSWERS;
const app = express();
for (const [route, name] of Object.entries(JSON.parse(fs.readFileSync(listed, "utf8")))) {
  const text = fs.readFileSync(path.join(path.dirname(listed), name), "utf8");
  const data = text ? JSON.parse(text) : {};
  app.get(route, (request, response) => response.json(data));
}
app.listen(Number(process.argv[3]), process.argv[2]);
