/** What the fixture's data service says of itself, with the texts that break careless pages. */
import { PAYLOAD } from './fixture.ttl.js';

export const API = `
openapi: 3.1.0
info:
  title: Skole-API
  version: 1.2.0
  description: Skoler og elevtall.
servers:
  - url: https://api.prove.example/v1/
security:
  - nokkel: []
components:
  securitySchemes:
    nokkel: { type: apiKey, in: header, name: X-Nokkel }
  parameters:
    side: { name: side, in: query, description: Fra 1., schema: { type: integer, default: 1 } }
paths:
  /skoler:
    get:
      summary: Alle skoler
      tags: [Skoler]
      security: []
      parameters:
        - { name: trinn, in: query, schema: { type: string, enum: [barne, ungdom] } }
        - { $ref: '#/components/parameters/side' }
      responses:
        '200':
          description: Skolene.
          content: { application/json: { example: [{ navn: Åsen skole }] } }
    post:
      summary: Meld inn en skole
      tags: [Skoler]
      requestBody: { content: { application/json: { example: { navn: Ny skole } } } }
      responses: { '201': { description: Laget. } }
  /skoler/{nummer}/elevtall:
    parameters:
      - { name: nummer, in: path, required: true, schema: { type: string } }
    get:
      summary: ${JSON.stringify(PAYLOAD)}
      tags: [Elevtall]
      deprecated: true
      parameters:
        - { name: fra, in: query, required: true, example: '2020-01-01', schema: { type: string, format: date } }
        - { name: Accept-Language, in: header, schema: { type: string } }
      responses: { '200': { description: Tallene. }, '404': { $ref: '#/components/responses/mangler' } }
`;
