<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>Checks</name>
    <message>
        <source>%1 makes the table %2 and fills it, rows: %3.</source>
        <translation>%1 crea la tabla %2 y la llena, filas: %3.</translation>
    </message>
    <message>
        <source>Typed at %1: %2. Rows in the answer: %3.</source>
        <translation>Escrito en %1: %2. Filas en la respuesta: %3.</translation>
    </message>
    <message>
        <source>Typed at %1: %2. Rows changed: %3.</source>
        <translation>Escrito en %1: %2. Filas cambiadas: %3.</translation>
    </message>
    <message>
        <source>Typed at %1: %2. It is done.</source>
        <translation>Escrito en %1: %2. Hecho.</translation>
    </message>
    <message>
        <source>Typed at %1: %2. It does not work: %3.</source>
        <translation>Escrito en %1: %2. No funciona: %3.</translation>
    </message>
    <message>
        <source>%1 has no models, so there is nothing an ORM could ask for.</source>
        <translation>%1 no tiene modelos, así que un ORM no tiene nada que pedir.</translation>
    </message>
    <message>
        <source>%1 knows the session: this is %2.</source>
        <translation>%1 conoce la sesión: es %2.</translation>
    </message>
    <message>
        <source>%1 does not know this session any more.</source>
        <translation>%1 ya no conoce esta sesión.</translation>
    </message>
    <message>
        <source>%1 finds that the session has ended: it was idle too long.</source>
        <translation>%1 ve que la sesión ha terminado: estuvo demasiado tiempo sin uso.</translation>
    </message>
    <message>
        <source>The secret of the page is right: this request comes from %1&apos;s own page.</source>
        <translation>El secreto de la página es correcto: esta petición viene de la propia página de %1.</translation>
    </message>
    <message>
        <source>%1 refuses: the request does not repeat the page&apos;s secret. Another site may be behind it.</source>
        <translation>%1 rechaza: la petición no repite el secreto de la página. Puede que otro sitio esté detrás.</translation>
    </message>
    <message>
        <source>%1 refuses: the secret is not that of its page.</source>
        <translation>%1 rechaza: el secreto no es el de su página.</translation>
    </message>
    <message>
        <source>%1 refuses: too many requests by %2. Try again in %3 s.</source>
        <translation>%1 rechaza: demasiadas peticiones de %2. Inténtalo de nuevo en %3 s.</translation>
    </message>
    <message>
        <source>%1 refuses a body of %2 bytes; it takes %3 at most.</source>
        <translation>%1 rechaza un cuerpo de %2 bytes; acepta %3 como mucho.</translation>
    </message>
    <message>
        <source>%1 refuses: the body is not valid JSON.</source>
        <translation>%1 rechaza: el cuerpo no es JSON válido.</translation>
    </message>
    <message>
        <source>%1 refuses: it cannot read a body of the type &quot;%2&quot;.</source>
        <translation>%1 rechaza: no sabe leer un cuerpo del tipo «%2».</translation>
    </message>
    <message>
        <source>%1 sends the browser to HTTPS: this came over an open connection.</source>
        <translation>%1 manda al navegador a HTTPS: esto llegó por una conexión abierta.</translation>
    </message>
    <message>
        <source>%1 checks the token: signed and still good. This is %2.</source>
        <translation>%1 comprueba el token: firmado y todavía válido. Es %2.</translation>
    </message>
    <message>
        <source>%1 refuses the token: its part &quot;%2&quot; cannot be read.</source>
        <translation>%1 rechaza el token: su parte «%2» no se puede leer.</translation>
    </message>
    <message>
        <source>%1 refuses the token: it asks for the algorithm %2, but only %3 counts here.</source>
        <translation>%1 rechaza el token: pide el algoritmo %2, pero aquí solo vale %3.</translation>
    </message>
    <message>
        <source>%1 refuses the token: it demands %2, which is unknown here.</source>
        <translation>%1 rechaza el token: exige %2, que aquí no se conoce.</translation>
    </message>
    <message>
        <source>%1 refuses the token: the signature does not fit. Somebody changed it.</source>
        <translation>%1 rechaza el token: la firma no encaja. Alguien lo ha cambiado.</translation>
    </message>
    <message>
        <source>%1 refuses the token: its claim &quot;%2&quot; is of the wrong type.</source>
        <translation>%1 rechaza el token: su dato «%2» es de otro tipo.</translation>
    </message>
    <message>
        <source>%1 refuses the token: it expired %2 s ago.</source>
        <translation>%1 rechaza el token: caducó hace %2 s.</translation>
    </message>
    <message>
        <source>%1 refuses the token: it would never expire.</source>
        <translation>%1 rechaza el token: no caducaría nunca.</translation>
    </message>
    <message>
        <source>%1 refuses the token: it is not good for another %2 s.</source>
        <translation>%1 rechaza el token: no vale hasta dentro de %2 s.</translation>
    </message>
    <message>
        <source>%1 refuses the token: &quot;%2&quot; issued it.</source>
        <translation>%1 rechaza el token: lo emitió «%2».</translation>
    </message>
    <message>
        <source>%1 refuses the token: it is meant for %2.</source>
        <translation>%1 rechaza el token: es para %2.</translation>
    </message>
    <message>
        <source>%1 refuses the token: it was revoked.</source>
        <translation>%1 rechaza el token: fue revocado.</translation>
    </message>
    <message>
        <source>%1: %2 may do this.</source>
        <translation>%1: %2 puede hacer esto.</translation>
    </message>
    <message>
        <source>%1 refuses: nobody is signed in. Who are you?</source>
        <translation>%1 rechaza: nadie ha iniciado sesión. ¿Quién eres?</translation>
    </message>
    <message>
        <source>%1 refuses: %2 is &quot;%3&quot;, and this is for &quot;%4&quot; only.</source>
        <translation>%1 rechaza: %2 es «%3», y esto es solo para «%4».</translation>
    </message>
    <message>
        <source>%1: this belongs to %2.</source>
        <translation>%1: esto es de %2.</translation>
    </message>
    <message>
        <source>%1 refuses %2: this belongs to %3.</source>
        <translation>%1 rechaza a %2: esto es de %3.</translation>
    </message>
    <message>
        <source>%1 tells %2 that there is no such thing: it belongs to %3.</source>
        <translation>%1 le dice a %2 que no existe: es de %3.</translation>
    </message>
    <message>
        <source>%1 sends the file %2; no handler runs.</source>
        <translation>%1 envía el archivo %2; no se ejecuta ningún manejador.</translation>
    </message>
    <message>
        <source>%1 shows its menu: an OpenAPI document made of its routes.</source>
        <translation>%1 muestra su carta: un documento OpenAPI hecho de sus rutas.</translation>
    </message>
    <message>
        <source>%1 knows the key %2 and gives the same answer again. Nothing is done twice.</source>
        <translation>%1 conoce la clave %2 y da otra vez la misma respuesta. Nada se hace dos veces.</translation>
    </message>
    <message>
        <source>%1 refuses: it has only JSON to offer.</source>
        <translation>%1 rechaza: solo puede ofrecer JSON.</translation>
    </message>
    <message>
        <source>%1 refuses: somebody changed it meanwhile; the ETag is another.</source>
        <translation>%1 rechaza: alguien lo cambió entretanto; el ETag es otro.</translation>
    </message>
    <message>
        <source>%1 refuses the body: %2.</source>
        <translation>%1 rechaza el cuerpo: %2.</translation>
    </message>
    <message>
        <source>%1 has waited %2 and loses patience.</source>
        <translation>%1 ha esperado %2 y pierde la paciencia.</translation>
    </message>
    <message>
        <source>%1 gets an error from there: %2.</source>
        <translation>%1 recibe un error de allí: %2.</translation>
    </message>
    <message>
        <source>%1 tries again: try %2.</source>
        <translation>%1 lo intenta otra vez: intento %2.</translation>
    </message>
    <message>
        <source>%1 refuses: all %2 connections are taken and the line is full.</source>
        <translation>%1 rechaza: las %2 conexiones están ocupadas y la cola está llena.</translation>
    </message>
    <message>
        <source>%1 lets only one write at a time: this one waited %2.</source>
        <translation>%1 deja escribir de uno en uno: este esperó %2.</translation>
    </message>
    <message>
        <source>%1 refuses: the name is missing.</source>
        <translation>%1 rechaza: falta el nombre.</translation>
    </message>
    <message>
        <source>%1 refuses: a password has at least %2 letters.</source>
        <translation>%1 rechaza: una contraseña tiene al menos %2 letras.</translation>
    </message>
    <message>
        <source>%1 refuses: there is a &quot;%2&quot; already.</source>
        <translation>%1 rechaza: ya hay un «%2».</translation>
    </message>
    <message>
        <source>%1 has an account for %2. Not the password is stored, only its hash: %3</source>
        <translation>%1 tiene una cuenta para %2. No guarda la contraseña, solo su hash: %3</translation>
    </message>
    <message>
        <source>%1: the password is right. Welcome, %2.</source>
        <translation>%1: la contraseña es correcta. Bienvenida, %2.</translation>
    </message>
    <message>
        <source>%1 refuses: wrong password for %2.</source>
        <translation>%1 rechaza: contraseña incorrecta de %2.</translation>
    </message>
    <message>
        <source>%1 refuses: nobody is called &quot;%2&quot;. It does not say so.</source>
        <translation>%1 rechaza: nadie se llama «%2». No lo dice.</translation>
    </message>
    <message>
        <source>%1 does not even look: the account %2 is locked for %3 s.</source>
        <translation>%1 ni siquiera mira: la cuenta %2 está bloqueada %3 s.</translation>
    </message>
    <message>
        <source>%1 refuses and locks the account %2: too many wrong passwords.</source>
        <translation>%1 rechaza y bloquea la cuenta %2: demasiadas contraseñas incorrectas.</translation>
    </message>
    <message>
        <source>%1 takes %2&apos;s refresh token; it is good once.</source>
        <translation>%1 acepta el token de renovación de %2; vale una sola vez.</translation>
    </message>
    <message>
        <source>%1 refuses: this refresh token is unknown or was used.</source>
        <translation>%1 rechaza: este token de renovación no se conoce o ya se usó.</translation>
    </message>
    <message>
        <source>%1 signs %2 out.</source>
        <translation>%1 cierra la sesión de %2.</translation>
    </message>
    <message>
        <source>%1 is sent on (%2) and follows: %3 %4.</source>
        <translation>%1 es enviado a otro sitio (%2) y lo sigue: %3 %4.</translation>
    </message>
    <message>
        <source>%1 stops: %2 redirects in a row lead nowhere.</source>
        <translation>%1 se detiene: %2 redirecciones seguidas no llevan a ninguna parte.</translation>
    </message>
    <message>
        <source>%1 stops: nobody answers to HTTPS at %2.</source>
        <translation>%1 se detiene: nadie responde por HTTPS en %2.</translation>
    </message>
    <message>
        <source>%1 runs no script of this page: its policy forbids it (%2).</source>
        <translation>%1 no ejecuta ningún script de esta página: su política lo prohíbe (%2).</translation>
    </message>
    <message>
        <source>%1 keeps the token of %2 for the next requests.</source>
        <translation>%1 guarda el token de %2 para las próximas peticiones.</translation>
    </message>
    <message>
        <source>%1: the token of %2 is no longer good. It shows its refresh token and asks for a new one.</source>
        <translation>%1: el token de %2 ya no vale. Enseña su token de renovación y pide uno nuevo.</translation>
    </message>
    <message>
        <source>%1 gets no new token from %2 (%3): the person has to sign in again.</source>
        <translation>%1 no recibe un token nuevo de %2 (%3): la persona tiene que volver a iniciar sesión.</translation>
    </message>
    <message>
        <source>%1 refuses: the request shows no API key.</source>
        <translation>%1 rechaza: la petición no lleva clave de API.</translation>
    </message>
    <message>
        <source>%1 refuses: it does not know this API key.</source>
        <translation>%1 rechaza: no conoce esta clave de API.</translation>
    </message>
    <message>
        <source>%1 refuses: the %2 requests of this minute are used up. Try again in %3 s.</source>
        <translation>%1 rechaza: las %2 peticiones de este minuto están gastadas. Inténtalo de nuevo en %3 s.</translation>
    </message>
    <message>
        <source>%1 breaks down before it has done anything.</source>
        <translation>%1 falla antes de haber hecho nada.</translation>
    </message>
    <message>
        <source>%1 has done the work, but breaks down before it says so.</source>
        <translation>%1 ha hecho el trabajo, pero falla antes de decirlo.</translation>
    </message>
    <message>
        <source>%1 makes charge %2: %3 %4.</source>
        <translation>%1 hace el cobro %2: %3 %4.</translation>
    </message>
    <message>
        <source>%1 refuses: a charge needs an amount above 0 and a currency.</source>
        <translation>%1 rechaza: un cobro necesita un importe mayor que 0 y una moneda.</translation>
    </message>
    <message>
        <source>%1 refuses: &quot;%2&quot; is no mail address.</source>
        <translation>%1 rechaza: «%2» no es una dirección de correo.</translation>
    </message>
    <message>
        <source>%1 refuses: the key %2 came before with another body.</source>
        <translation>%1 rechaza: la clave %2 ya vino antes con otro cuerpo.</translation>
    </message>
    <message>
        <source>%1 looks at %2 documents and finds %3 (%4).</source>
        <translation>%1 mira %2 documentos y encuentra %3 (%4).</translation>
    </message>
    <message>
        <source>%1 starts again and still has its keys: %2.</source>
        <translation>%1 arranca de nuevo y conserva sus claves: %2.</translation>
    </message>
    <message>
        <source>%1 starts again and has lost its keys: %2.</source>
        <translation>%1 arranca de nuevo y ha perdido sus claves: %2.</translation>
    </message>
    <message>
        <source>%1 refuses: no app is registered as &quot;%2&quot;.</source>
        <translation>%1 rechaza: ninguna aplicación está registrada como «%2».</translation>
    </message>
    <message>
        <source>%1 refuses: &quot;%2&quot; never registered the address %3. It sends nobody there.</source>
        <translation>%1 rechaza: «%2» nunca registró la dirección %3. No envía a nadie allí.</translation>
    </message>
    <message>
        <source>%1 refuses: it gives out codes only, not &quot;%2&quot;.</source>
        <translation>%1 rechaza: solo entrega códigos, no «%2».</translation>
    </message>
    <message>
        <source>%1 refuses: &quot;%2&quot; is missing or wrong.</source>
        <translation>%1 rechaza: «%2» falta o está mal.</translation>
    </message>
    <message>
        <source>%2 does not let &quot;%3&quot; in; %1 sends the browser back.</source>
        <translation>%2 no deja entrar a «%3»; %1 devuelve el navegador.</translation>
    </message>
    <message>
        <source>%1: %2 agrees. The browser carries a code, good once, to &quot;%3&quot;.</source>
        <translation>%1: %2 está de acuerdo. El navegador le lleva a «%3» un código que vale una sola vez.</translation>
    </message>
    <message>
        <source>%1 takes the code: &quot;%3&quot; gets tokens for %2.</source>
        <translation>%1 acepta el código: «%3» recibe tokens para %2.</translation>
    </message>
    <message>
        <source>%1 takes the refresh token: &quot;%3&quot; gets new tokens for %2.</source>
        <translation>%1 acepta el token de renovación: «%3» recibe tokens nuevos para %2.</translation>
    </message>
    <message>
        <source>%1 refuses: it gives no tokens for &quot;%2&quot;.</source>
        <translation>%1 rechaza: no da tokens por «%2».</translation>
    </message>
    <message>
        <source>%1 refuses: it never issued this code.</source>
        <translation>%1 rechaza: nunca entregó este código.</translation>
    </message>
    <message>
        <source>%1 refuses: this code was used already. Its tokens end, too.</source>
        <translation>%1 rechaza: este código ya se usó. También terminan sus tokens.</translation>
    </message>
    <message>
        <source>%1 refuses: this code is too old.</source>
        <translation>%1 rechaza: este código es demasiado viejo.</translation>
    </message>
    <message>
        <source>%1 refuses: this was given to another app.</source>
        <translation>%1 rechaza: esto se le dio a otra aplicación.</translation>
    </message>
    <message>
        <source>%1 refuses: the code was sent to another address.</source>
        <translation>%1 rechaza: el código se envió a otra dirección.</translation>
    </message>
    <message>
        <source>%1 refuses: the secret of PKCE is missing. Somebody else may have the code.</source>
        <translation>%1 rechaza: falta el secreto de PKCE. Quizá el código lo tiene otra persona.</translation>
    </message>
    <message>
        <source>%1 refuses: the secret of PKCE does not fit. Somebody else may have the code.</source>
        <translation>%1 rechaza: el secreto de PKCE no encaja. Quizá el código lo tiene otra persona.</translation>
    </message>
    <message>
        <source>%1 refuses: a secret of PKCE comes, but nobody announced one.</source>
        <translation>%1 rechaza: llega un secreto de PKCE que nadie anunció.</translation>
    </message>
    <message>
        <source>%1 refuses: it does not know this refresh token.</source>
        <translation>%1 rechaza: no conoce este token de renovación.</translation>
    </message>
    <message>
        <source>%1 refuses: this refresh token was used before. Somebody stole it, so all of its family end.</source>
        <translation>%1 rechaza: este token de renovación ya se usó. Alguien lo robó, así que termina toda su familia.</translation>
    </message>
    <message>
        <source>%1 sends the browser to %2 to sign in.</source>
        <translation>%1 envía el navegador a %2 para iniciar sesión.</translation>
    </message>
    <message>
        <source>%1 believes %3: this is %2.</source>
        <translation>%1 se fía de %3: es %2.</translation>
    </message>
    <message>
        <source>%1 refuses: the state is missing. Another site may be behind it.</source>
        <translation>%1 rechaza: falta el «state». Quizá hay otro sitio detrás.</translation>
    </message>
    <message>
        <source>%1 refuses: the state is not that of this browser. Another site may be behind it.</source>
        <translation>%1 rechaza: el «state» no es el de este navegador. Quizá hay otro sitio detrás.</translation>
    </message>
    <message>
        <source>%1 refuses: this browser has begun no sign-in, or too long ago.</source>
        <translation>%1 rechaza: este navegador no ha empezado a iniciar sesión, o hace demasiado tiempo.</translation>
    </message>
    <message>
        <source>%1 refuses: the answer comes from %2, which it did not ask.</source>
        <translation>%1 rechaza: la respuesta viene de %2, a quien no preguntó.</translation>
    </message>
    <message>
        <source>%1 signs nobody in: the person said no.</source>
        <translation>%1 no inicia ninguna sesión: la persona ha dicho que no.</translation>
    </message>
    <message>
        <source>%1 signs nobody in: the identity provider says &quot;%2&quot;.</source>
        <translation>%1 no inicia ninguna sesión: el proveedor de identidad dice «%2».</translation>
    </message>
    <message>
        <source>%1 gets no tokens for the code: the identity provider answers %2 &quot;%3&quot;.</source>
        <translation>%1 no recibe tokens por el código: el proveedor de identidad responde %2 «%3».</translation>
    </message>
    <message>
        <source>%1 keeps the public key of the device of %2. The private one never leaves the device.</source>
        <translation>%1 guarda la clave pública del dispositivo de %2. La privada nunca sale del dispositivo.</translation>
    </message>
    <message>
        <source>%1: the device has signed the challenge. This is %2.</source>
        <translation>%1: el dispositivo ha firmado el desafío. Es %2.</translation>
    </message>
    <message>
        <source>%1 refuses: this is no public key of a passkey.</source>
        <translation>%1 rechaza: esto no es la clave pública de una passkey.</translation>
    </message>
    <message>
        <source>%1 refuses: %2 has another device already.</source>
        <translation>%1 rechaza: %2 ya tiene otro dispositivo.</translation>
    </message>
    <message>
        <source>%1 refuses: %2 has registered no device yet.</source>
        <translation>%1 rechaza: %2 todavía no ha registrado ningún dispositivo.</translation>
    </message>
    <message>
        <source>%1 refuses: what the device signed cannot be read.</source>
        <translation>%1 rechaza: lo que firmó el dispositivo no se puede leer.</translation>
    </message>
    <message>
        <source>%1 refuses: the challenge is another one, or was answered before.</source>
        <translation>%1 rechaza: el desafío es otro, o ya se respondió antes.</translation>
    </message>
    <message>
        <source>%1 refuses: the device signed for %2, which is another site.</source>
        <translation>%1 rechaza: el dispositivo firmó para %2, que es otro sitio.</translation>
    </message>
    <message>
        <source>%1 refuses: the signature is not that of the device it knows.</source>
        <translation>%1 rechaza: la firma no es la del dispositivo que conoce.</translation>
    </message>
    <message>
        <source>%1 has guessed the password: &quot;%2&quot;, at try %3.</source>
        <translation>%1 ha adivinado la contraseña: «%2», al intento %3.</translation>
    </message>
    <message>
        <source>%1 gives up: after try %2 it may try no more.</source>
        <translation>%1 se rinde: después del intento %2 ya no le dejan probar más.</translation>
    </message>
    <message>
        <source>%1 has tried %2 passwords; none fits.</source>
        <translation>%1 ha probado %2 contraseñas; ninguna sirve.</translation>
    </message>
    <message>
        <source>%1 gets in with a stolen cookie (%2).</source>
        <translation>%1 entra con una cookie robada (%2).</translation>
    </message>
    <message>
        <source>%1 does not get in with the stolen cookie (%2).</source>
        <translation>%1 no consigue entrar con la cookie robada (%2).</translation>
    </message>
    <message>
        <source>%1 has stolen the cookie &quot;%2&quot;: %3.</source>
        <translation>%1 ha robado la cookie «%2»: %3.</translation>
    </message>
    <message>
        <source>%1 sends &quot;%2&quot; once more, and it works again (%3).</source>
        <translation>%1 envía «%2» otra vez, y vuelve a funcionar (%3).</translation>
    </message>
    <message>
        <source>%1 sends &quot;%2&quot; once more, but is refused (%3).</source>
        <translation>%1 envía «%2» otra vez, pero se lo rechazan (%3).</translation>
    </message>
    <message>
        <source>%1 gets rows that it should not see (%2 more), with %3</source>
        <translation>%1 obtiene filas que no debería ver (%2 más), con %3</translation>
    </message>
    <message>
        <source>%1 has tried %2 injections; none gets more rows.</source>
        <translation>%1 ha probado %2 inyecciones; ninguna obtiene más filas.</translation>
    </message>
    <message>
        <source>%1 has flooded the system: %2 requests answered, %3 refused.</source>
        <translation>%1 ha inundado el sistema: %2 peticiones respondidas, %3 rechazadas.</translation>
    </message>
    <message>
        <source>%1 gets in with a token that nobody signed.</source>
        <translation>%1 entra con un token que nadie firmó.</translation>
    </message>
    <message>
        <source>%1 gets in with a token that it has changed.</source>
        <translation>%1 entra con un token que ha cambiado.</translation>
    </message>
    <message>
        <source>%1 gets in with a token that is too old.</source>
        <translation>%1 entra con un token caducado.</translation>
    </message>
    <message>
        <source>%1 gets in with a forged token (%2).</source>
        <translation>%1 entra con un token falso (%2).</translation>
    </message>
    <message>
        <source>%1 does not get in with a token that nobody signed (%2).</source>
        <translation>%1 no consigue entrar con un token que nadie firmó (%2).</translation>
    </message>
    <message>
        <source>%1 does not get in with a token that it has changed (%2).</source>
        <translation>%1 no consigue entrar con un token que ha cambiado (%2).</translation>
    </message>
    <message>
        <source>%1 does not get in with the forged token (%2): %3.</source>
        <translation>%1 no consigue entrar con el token falso (%2): %3.</translation>
    </message>
    <message>
        <source>%1 does not get in with the overheard token: its time is over (%2).</source>
        <translation>%1 no entra con el token captado: su tiempo ha pasado (%2).</translation>
    </message>
    <message>
        <source>%1 has no stolen cookie yet.</source>
        <translation>%1 todavía no tiene ninguna cookie robada.</translation>
    </message>
    <message>
        <source>%1 lies in wait for the next code that can be overheard.</source>
        <translation>%1 acecha el próximo código que se pueda captar.</translation>
    </message>
    <message>
        <source>%1 was faster and gets tokens for the stolen code: now it passes for %2.</source>
        <translation>%1 fue más rápido y recibe tokens por el código robado: ahora se hace pasar por %2.</translation>
    </message>
    <message>
        <source>%1 gets nothing for the stolen code: it cannot show the secret of PKCE.</source>
        <translation>%1 no recibe nada por el código robado: no puede enseñar el secreto de PKCE.</translation>
    </message>
    <message>
        <source>%1 gets nothing for the stolen code: its guess of the secret of PKCE is wrong.</source>
        <translation>%1 no recibe nada por el código robado: no adivinó el secreto de PKCE.</translation>
    </message>
    <message>
        <source>%1 gets nothing for the stolen code (%2).</source>
        <translation>%1 no recibe nada por el código robado (%2).</translation>
    </message>
    <message>
        <source>%1 has overheard no request yet.</source>
        <translation>%1 todavía no ha oído ninguna petición.</translation>
    </message>
    <message>
        <source>%1 has overheard no token yet.</source>
        <translation>%1 todavía no ha oído ningún token.</translation>
    </message>
    <message>
        <source>%1 runs %2: %3</source>
        <translation>%1 ejecuta %2: %3</translation>
    </message>
    <message>
        <source>%1 refuses. %2</source>
        <translation>%1 rechaza. %2</translation>
    </message>
    <message>
        <source>%1 begins transaction %2 (%3): what it changes counts as a whole, or not at all.</source>
        <translation>%1 abre la transacción %2 (%3): lo que cambie vale entero o no vale nada.</translation>
    </message>
    <message>
        <source>%1 commits transaction %2: now everybody sees its changes. Rows changed: %3.</source>
        <translation>%1 confirma la transacción %2: ahora todos ven sus cambios. Filas cambiadas: %3.</translation>
    </message>
    <message>
        <source>%1 rolls transaction %2 back: nothing of it ever happened.</source>
        <translation>%1 deshace la transacción %2: es como si nunca hubiera pasado nada.</translation>
    </message>
    <message>
        <source>%1 begins the transaction anew, try %2, after a pause of %3: it failed only because of what others did.</source>
        <translation>%1 empieza la transacción de nuevo, intento %2, tras una pausa de %3: solo falló por lo que hicieron otros.</translation>
    </message>
    <message>
        <source>%1: this statement has to wait. Transaction %3 holds %2.</source>
        <translation>%1: esta sentencia tiene que esperar. La transacción %3 tiene bloqueado %2.</translation>
    </message>
    <message>
        <source>%1: the way is free after %2.</source>
        <translation>%1: el camino queda libre después de %2.</translation>
    </message>
    <message>
        <source>%1 finds transactions that wait for each other in a circle (%2). It ends this one, so that the others can go on.</source>
        <translation>%1 descubre transacciones que se esperan unas a otras en círculo (%2). Termina esta para que las demás puedan seguir.</translation>
    </message>
    <message>
        <source>%1 has waited %3 for %2 and gives up.</source>
        <translation>%1 ha esperado %3 por %2 y se rinde.</translation>
    </message>
    <message>
        <source>%1 refuses: somebody changed this row after the transaction had taken its picture of the data.</source>
        <translation>%1 se niega: alguien cambió esta fila después de que la transacción tomara su foto de los datos.</translation>
    </message>
    <message>
        <source>%1 refuses: whichever came first, these transactions could not have seen what they saw one after the other.</source>
        <translation>%1 se niega: fuera cual fuera la primera, una detrás de otra estas transacciones no habrían visto lo que vieron.</translation>
    </message>
    <message>
        <source>%1 refuses: another one writes, or has written since this transaction began to read. SQLite has one writer at a time.</source>
        <translation>%1 se niega: otra está escribiendo, o ha escrito desde que esta transacción empezó a leer. En SQLite escribe una sola a la vez.</translation>
    </message>
    <message>
        <source>%1 takes nothing more in a transaction that has failed, until it is rolled back.</source>
        <translation>%1 no acepta nada más en una transacción que ha fallado, hasta que se deshaga.</translation>
    </message>
    <message>
        <source>%1: all %2 connections of the pool are lent. This request waits for one.</source>
        <translation>%1: las %2 conexiones de la reserva están prestadas. Esta petición espera una.</translation>
    </message>
    <message>
        <source>%1: a connection came back after %2.</source>
        <translation>%1: una conexión volvió después de %2.</translation>
    </message>
    <message>
        <source>%1 gives up: none of the %2 connections came back within %3.</source>
        <translation>%1 se rinde: ninguna de las %2 conexiones volvió en %3.</translation>
    </message>
    <message>
        <source>%1 writes to partition %2: %3 units of its capacity, %4 are left for now.</source>
        <translation>%1 escribe en la partición %2: %3 unidades de su capacidad; de momento quedan %4.</translation>
    </message>
    <message>
        <source>%1 reads in partition %2: %3 units of its capacity, %4 are left for now. Items looked at: %5, given: %6.</source>
        <translation>%1 lee en la partición %2: %3 unidades de su capacidad; de momento quedan %4. Elementos mirados: %5, entregados: %6.</translation>
    </message>
    <message>
        <source>%1 reads from a copy of partition %2, which may be a little old and costs half: %3 units, %4 are left for now. Items looked at: %5, given: %6.</source>
        <translation>%1 lee de una copia de la partición %2, que puede ser algo antigua y cuesta la mitad: %3 unidades; de momento quedan %4. Elementos mirados: %5, entregados: %6.</translation>
    </message>
    <message>
        <source>%1 was refused for a moment; try %2, after %3.</source>
        <translation>A %1 se lo negaron por un momento; intento %2, después de %3.</translation>
    </message>
    <message>
        <source>%1 refuses: partition %2 is hot. This needs %3 units and %4 are left, however idle the other partitions are.</source>
        <translation>%1 se niega: la partición %2 está saturada. Hacen falta %3 unidades y quedan %4, por muy libres que estén las demás particiones.</translation>
    </message>
    <message>
        <source>%1 refuses: the table has used up its capacity. This needs %2 units and %3 are left.</source>
        <translation>%1 se niega: la tabla ha agotado su capacidad. Hacen falta %2 unidades y quedan %3.</translation>
    </message>
    <message>
        <source>%1 changes nothing: the condition &quot;%2&quot; does not hold.</source>
        <translation>%1 no cambia nada: la condición «%2» no se cumple.</translation>
    </message>
    <message>
        <source>%1 refuses: there is no table &quot;%2&quot;.</source>
        <translation>%1 se niega: no hay ninguna tabla «%2».</translation>
    </message>
    <message>
        <source>%1 refuses: %2</source>
        <translation>%1 se niega: %2</translation>
    </message>
    <message>
        <source>%1 hands the message on channel %2 to those who listen: %3.</source>
        <translation>%1 entrega el mensaje del canal %2 a quienes escuchan: %3.</translation>
    </message>
    <message>
        <source>%1: nobody listens to channel %2. The message is gone.</source>
        <translation>%1: nadie escucha el canal %2. El mensaje se ha perdido.</translation>
    </message>
    <message>
        <source>%1 hears on channel %2: %3</source>
        <translation>%1 oye en el canal %2: %3</translation>
    </message>
    <message>
        <source>%1 hears something on channel %2, to which it does not listen any more.</source>
        <translation>%1 oye algo en el canal %2, que ya no escucha.</translation>
    </message>
    <message>
        <source>%1 applies the migration %2. Statements: %3.</source>
        <translation>%1 aplica la migración %2. Sentencias: %3.</translation>
    </message>
    <message>
        <source>%1 takes the migration %2 back. Statements: %3.</source>
        <translation>%1 deshace la migración %2. Sentencias: %3.</translation>
    </message>
    <message>
        <source>%1 has nothing to migrate.</source>
        <translation>%1 no tiene nada que migrar.</translation>
    </message>
    <message>
        <source>%1 notes a slow query: it took %2, and %3 is the limit.</source>
        <translation>%1 anota una consulta lenta: tardó %2, y el límite es %3.</translation>
    </message>
    <message>
        <source>%1 takes version %2 of its API: the request asks for it with &quot;%3&quot;.</source>
        <translation>%1 toma la versión %2 de su API: la petición la pide con «%3».</translation>
    </message>
    <message>
        <source>%1 takes version %2 of its API: the request names none, and this is the one for such requests.</source>
        <translation>%1 toma la versión %2 de su API: la petición no nombra ninguna, y esta es la que vale entonces.</translation>
    </message>
    <message>
        <source>%1 takes version %2 of its API, the newest: the request names none.</source>
        <translation>%1 toma la versión %2 de su API, la más nueva: la petición no nombra ninguna.</translation>
    </message>
    <message>
        <source>%1: this route is the same in all versions, so that the request need not name one.</source>
        <translation>%1: esta ruta es la misma en todas las versiones, así que la petición no tiene que nombrar ninguna.</translation>
    </message>
    <message>
        <source>%1 would be asked for &quot;%2&quot; first, but has only the versions %3. It looks at what else the request accepts.</source>
        <translation>A %1 le piden primero «%2», pero solo tiene las versiones %3. Mira qué más acepta la petición.</translation>
    </message>
    <message>
        <source>%1 refuses: it has no version for &quot;%2&quot;. Its versions: %3.</source>
        <translation>%1 se niega: no tiene versión para «%2». Sus versiones: %3.</translation>
    </message>
    <message>
        <source>%1 refuses: the request has to name a version. Its versions: %2.</source>
        <translation>%1 se niega: la petición tiene que nombrar una versión. Sus versiones: %2.</translation>
    </message>
    <message>
        <source>%1: it is the turn of %2.</source>
        <translation>%1: le toca a %2.</translation>
    </message>
    <message>
        <source>%1: %2 has least to do, %3 at the moment.</source>
        <translation>%1: %2 es quien menos tiene que hacer, %3 por el momento.</translation>
    </message>
    <message>
        <source>%1: of two at random, %2 has less to do, %3 at the moment.</source>
        <translation>%1: de dos al azar, %2 tiene menos que hacer, %3 por el momento.</translation>
    </message>
    <message>
        <source>%1: the lot falls on %2.</source>
        <translation>%1: la suerte cae en %2.</translation>
    </message>
    <message>
        <source>%1: by its hash, this request belongs to %2.</source>
        <translation>%1: por su hash, esta petición es de %2.</translation>
    </message>
    <message>
        <source>%1: the cookie says that it was at %2 before, so it goes there again.</source>
        <translation>%1: la cookie dice que antes estuvo en %2, así que vuelve allí.</translation>
    </message>
    <message>
        <source>%1: the cookie says %2, but that one does not answer. Another one gets the request.</source>
        <translation>%1: la cookie dice %2, pero ese no contesta. La petición va a otro.</translation>
    </message>
    <message>
        <source>%1 gets no answer from %2: %3.</source>
        <translation>%1 no recibe respuesta de %2: %3.</translation>
    </message>
    <message>
        <source>%1 does not ask another server: the first one may have done it already. The answer is %2.</source>
        <translation>%1 no pregunta a otro servidor: puede que el primero ya lo haya hecho. La respuesta es %2.</translation>
    </message>
    <message>
        <source>%1 has tried as often as it may. The answer is %2.</source>
        <translation>%1 ya lo ha intentado todas las veces que puede. La respuesta es %2.</translation>
    </message>
    <message>
        <source>%1 has no server left that could answer. The answer is %2.</source>
        <translation>A %1 no le queda ningún servidor que pueda contestar. La respuesta es %2.</translation>
    </message>
    <message>
        <source>%1 leaves out %2 from now on: %3 failures in a row, the last one: %4.</source>
        <translation>%1 deja fuera a %2 desde ahora: %3 fallos seguidos, el último: %4.</translation>
    </message>
    <message>
        <source>%1: %2 is well again and gets requests.</source>
        <translation>%1: %2 vuelve a estar bien y recibe peticiones.</translation>
    </message>
    <message>
        <source>%1 lets it through; %3 more from %2 would be let through now.</source>
        <translation>%1 la deja pasar; ahora pasarían %3 más de %2.</translation>
    </message>
    <message>
        <source>%1 is told at once that nobody is there to answer.</source>
        <translation>A %1 le dicen enseguida que allí no hay nadie que conteste.</translation>
    </message>
    <message>
        <source>%1 loses the connection: the program at the other end is gone.</source>
        <translation>%1 pierde la conexión: el programa del otro extremo ya no está.</translation>
    </message>
    <message>
        <source>%1 gets no answer from the cache and does the work without it.</source>
        <translation>%1 no recibe respuesta de la caché y hace el trabajo sin ella.</translation>
    </message>
    <message>
        <source>%1 has opened a new connection, which took %2 (%3).</source>
        <translation>%1 ha abierto una conexión nueva, que ha tardado %2 (%3).</translation>
    </message>
    <message>
        <source>%1 uses a connection that is still open.</source>
        <translation>%1 usa una conexión que sigue abierta.</translation>
    </message>
    <message>
        <source>%1 has to wait: all %2 connections are in use.</source>
        <translation>%1 tiene que esperar: las %2 conexiones están en uso.</translation>
    </message>
    <message>
        <source>%1 stops in the middle of %2 transaction(s): none of them counts.</source>
        <translation>%1 se detiene en medio de %2 transacción(es): ninguna vale.</translation>
    </message>
    <message>
        <source>%1 notices that it missed %2 change(s), and asks for a new copy.</source>
        <translation>%1 nota que se perdió %2 cambio(s) y pide una copia nueva.</translation>
    </message>
    <message>
        <source>%1 still has it fresh, for another %2.</source>
        <translation>%1 aún lo tiene fresco, durante %2 más.</translation>
    </message>
    <message>
        <source>%1 gives its copy although it is %2 too old: the request allows that.</source>
        <translation>%1 da su copia aunque se pasa %2 de vieja: la petición lo permite.</translation>
    </message>
    <message>
        <source>%1 gives its copy, %2 too old, and fetches a newer one meanwhile.</source>
        <translation>%1 da su copia, %2 demasiado vieja, y mientras tanto busca una más nueva.</translation>
    </message>
    <message>
        <source>%1 finds its copy %2 too old.</source>
        <translation>%1 ve que su copia es %2 demasiado vieja.</translation>
    </message>
    <message>
        <source>%1 finds its copy %2 too old, and must not use it without asking.</source>
        <translation>%1 ve que su copia es %2 demasiado vieja, y no debe usarla sin preguntar.</translation>
    </message>
    <message>
        <source>%1 has a copy, but the answer says no-cache: ask before each use.</source>
        <translation>%1 tiene una copia, pero la respuesta dice no-cache: preguntar antes de cada uso.</translation>
    </message>
    <message>
        <source>%1 has a copy, but the request wants a new answer (no-cache).</source>
        <translation>%1 tiene una copia, pero la petición quiere una respuesta nueva (no-cache).</translation>
    </message>
    <message>
        <source>%1 has a copy, but the request wants a younger one (max-age).</source>
        <translation>%1 tiene una copia, pero la petición quiere una más reciente (max-age).</translation>
    </message>
    <message>
        <source>%1 has a copy, but the request wants one that stays fresh for longer (min-fresh).</source>
        <translation>%1 tiene una copia, pero la petición quiere una que siga fresca más tiempo (min-fresh).</translation>
    </message>
    <message>
        <source>%1 keeps no answers to requests of this method.</source>
        <translation>%1 no guarda respuestas a peticiones de este método.</translation>
    </message>
    <message>
        <source>%1 has a copy for another %2: the answer varies with it.</source>
        <translation>%1 tiene una copia para otro %2: la respuesta varía con él.</translation>
    </message>
    <message>
        <source>%1 has a copy, but it varies with everything (Vary: *).</source>
        <translation>%1 tiene una copia, pero varía con todo (Vary: *).</translation>
    </message>
    <message>
        <source>%1 has nothing for a request that wants a copy or nothing.</source>
        <translation>%1 no tiene nada para una petición que quiere una copia o nada.</translation>
    </message>
    <message>
        <source>%1 learns by 304 that its copy is still good. Only headers travelled.</source>
        <translation>%1 sabe por el 304 que su copia sigue valiendo. Solo viajaron cabeceras.</translation>
    </message>
    <message>
        <source>%1 lets this request wait: another one is fetching the same already.</source>
        <translation>%1 hace esperar a esta petición: otra ya está buscando lo mismo.</translation>
    </message>
    <message>
        <source>%1 gives its old copy, because the origin failed.</source>
        <translation>%1 da su copia antigua, porque el origen falló.</translation>
    </message>
    <message>
        <source>%1 got no answer from its origin.</source>
        <translation>%1 no recibió respuesta de su origen.</translation>
    </message>
    <message>
        <source>%1 does not keep this answer: it does not understand the status.</source>
        <translation>%1 no guarda esta respuesta: no entiende el estado.</translation>
    </message>
    <message>
        <source>%1 does not keep this answer: it is only a part.</source>
        <translation>%1 no guarda esta respuesta: es solo una parte.</translation>
    </message>
    <message>
        <source>%1 does not keep this answer: it says no-store.</source>
        <translation>%1 no guarda esta respuesta: dice no-store.</translation>
    </message>
    <message>
        <source>%1 does not keep this answer: the request says no-store.</source>
        <translation>%1 no guarda esta respuesta: la petición dice no-store.</translation>
    </message>
    <message>
        <source>%1 does not keep this answer: it is private, for one person.</source>
        <translation>%1 no guarda esta respuesta: es privada, para una persona.</translation>
    </message>
    <message>
        <source>%1 does not keep this answer: it is for somebody who signed in.</source>
        <translation>%1 no guarda esta respuesta: es para alguien que inició sesión.</translation>
    </message>
    <message>
        <source>%1 does not keep this answer: it sets a cookie.</source>
        <translation>%1 no guarda esta respuesta: pone una cookie.</translation>
    </message>
    <message>
        <source>%1 does not keep this answer: nothing in it allows that.</source>
        <translation>%1 no guarda esta respuesta: nada en ella lo permite.</translation>
    </message>
    <message>
        <source>%1 does not keep this answer: it says no time for which it stays good.</source>
        <translation>%1 no guarda esta respuesta: no dice cuánto tiempo vale.</translation>
    </message>
    <message>
        <source>%1 does not keep this answer: it is larger than the whole cache.</source>
        <translation>%1 no guarda esta respuesta: es más grande que toda la caché.</translation>
    </message>
    <message>
        <source>%1 knows that there is no %2: it was asked for before.</source>
        <translation>%1 sabe que no existe %2: ya se preguntó antes.</translation>
    </message>
    <message>
        <source>%1 restarts and forgets all its entries: %2.</source>
        <translation>%1 se reinicia y olvida todas sus entradas: %2.</translation>
    </message>
    <message>
        <source>%1 restarts and still has all its entries: %2.</source>
        <translation>%1 se reinicia y conserva todas sus entradas: %2.</translation>
    </message>
    <message>
        <source>%1 waits: another request is loading %2 already.</source>
        <translation>%1 espera: otra petición ya está cargando %2.</translation>
    </message>
    <message>
        <source>%1 does not keep %2: it is larger than the whole cache.</source>
        <translation>%1 no guarda %2: es más grande que toda la caché.</translation>
    </message>
    <message>
        <source>%1 gives its old copy of %2 to all but the one who renews it.</source>
        <translation>%1 da su copia antigua de %2 a todos menos a quien la renueva.</translation>
    </message>
    <message>
        <source>%1 refuses the task &quot;%2&quot;: %3 are in line already, and that is all it may keep.</source>
        <translation>%1 rechaza la tarea «%2»: ya hay %3 en la cola, y no puede guardar más.</translation>
    </message>
    <message>
        <source>%1 hands the task &quot;%2&quot; (%3) out again: who had it before never said that it was done.</source>
        <translation>%1 vuelve a repartir la tarea «%2» (%3): quien la tenía nunca dijo que estuviera hecha.</translation>
    </message>
    <message>
        <source>%1 has lost the connection to a worker and puts its task &quot;%2&quot; (%3) back in line.</source>
        <translation>%1 ha perdido la conexión con un trabajador y devuelve su tarea «%2» (%3) a la cola.</translation>
    </message>
    <message>
        <source>The task &quot;%2&quot; (%3) is lost: %1 has died, and the queue forgot the task when it handed it out.</source>
        <translation>La tarea «%2» (%3) se ha perdido: %1 ha muerto, y la cola olvidó la tarea al entregarla.</translation>
    </message>
    <message>
        <source>%1 dies in the middle of the task &quot;%2&quot; (%3).</source>
        <translation>%1 muere en medio de la tarea «%2» (%3).</translation>
    </message>
    <message>
        <source>%1 has started again and has lost the task &quot;%2&quot; (%3): it was not on disk.</source>
        <translation>%1 ha vuelto a arrancar y ha perdido la tarea «%2» (%3): no estaba en disco.</translation>
    </message>
    <message>
        <source>%1 throws the task &quot;%2&quot; (%3) away.</source>
        <translation>%1 tira la tarea «%2» (%3).</translation>
    </message>
    <message>
        <source>%1 keeps the task &quot;%2&quot; (%3) as a dead letter, for somebody to look at (%4).</source>
        <translation>%1 guarda la tarea «%2» (%3) como carta muerta, para que alguien la mire (%4).</translation>
    </message>
    <message>
        <source>%1 drops the task &quot;%2&quot; (%3): %4.</source>
        <translation>%1 descarta la tarea «%2» (%3): %4.</translation>
    </message>
    <message>
        <source>%1 puts the dead letter &quot;%2&quot; (%3) back in line.</source>
        <translation>%1 devuelve la carta muerta «%2» (%3) a la cola.</translation>
    </message>
    <message>
        <source>%1 knows no task &quot;%2&quot; and gives it up.</source>
        <translation>%1 no conoce ninguna tarea «%2» y la abandona.</translation>
    </message>
    <message>
        <source>%1 finds that a task with the key %2 was done before, and does nothing.</source>
        <translation>%1 ve que una tarea con la clave %2 ya se hizo, y no hace nada.</translation>
    </message>
    <message>
        <source>%1 has done the task &quot;%2&quot; (%3).</source>
        <translation>%1 ha hecho la tarea «%2» (%3).</translation>
    </message>
    <message>
        <source>%1 gives the task &quot;%2&quot; (%3) up after try %4.</source>
        <translation>%1 abandona la tarea «%2» (%3) después del intento %4.</translation>
    </message>
    <message>
        <source>The task &quot;%2&quot; (%3) has failed. %1 will make try %4 in %5.</source>
        <translation>La tarea «%2» (%3) ha fallado. %1 hará el intento %4 dentro de %5.</translation>
    </message>
    <message>
        <source>%1 cannot write what it did: no database is connected.</source>
        <translation>%1 no puede escribir lo que hizo: no hay base de datos conectada.</translation>
    </message>
    <message>
        <source>%1 cannot write what it did: %2.</source>
        <translation>%1 no puede escribir lo que hizo: %2.</translation>
    </message>
    <message>
        <source>%1 has no connection to the service &quot;%2&quot;.</source>
        <translation>%1 no tiene conexión con el servicio «%2».</translation>
    </message>
    <message>
        <source>%1 calls &quot;%2&quot; and gets an error: %3.</source>
        <translation>%1 llama a «%2» y recibe un error: %3.</translation>
    </message>
    <message>
        <source>%1 cannot publish: no key-value store is connected.</source>
        <translation>%1 no puede publicar: no hay almacén clave-valor conectado.</translation>
    </message>
    <message>
        <source>%1 is stopped: the task &quot;%2&quot; is left out, also later on.</source>
        <translation>%1 está detenido: la tarea «%2» se salta, y tampoco se hará después.</translation>
    </message>
    <message>
        <source>The queue refuses the task &quot;%2&quot; of %1.</source>
        <translation>La cola rechaza la tarea «%2» de %1.</translation>
    </message>
    <message>
        <source>%1 says no: the queue has no room for the task &quot;%2&quot;. Try again in %3 s.</source>
        <translation>%1 dice que no: la cola no tiene sitio para la tarea «%2». Inténtalo de nuevo en %3 s.</translation>
    </message>
    <message>
        <source>%1 stops asking &quot;%2&quot;: it has failed too often. The next try is in %3.</source>
        <translation>%1 deja de preguntar a «%2»: ha fallado demasiadas veces. El próximo intento será en %3.</translation>
    </message>
    <message>
        <source>%1 does not even ask &quot;%2&quot;: it failed too often. The next try is in %3.</source>
        <translation>%1 ni siquiera pregunta a «%2»: falló demasiadas veces. El próximo intento será en %3.</translation>
    </message>
    <message>
        <source>%1 tries &quot;%2&quot; again: does it work by now?</source>
        <translation>%1 prueba otra vez con «%2»: ¿funciona ya?</translation>
    </message>
    <message>
        <source>%1 asks &quot;%2&quot; again as before: it works.</source>
        <translation>%1 pregunta otra vez a «%2» como antes: funciona.</translation>
    </message>
    <message>
        <source>%1 will write %2 to the database in %3. The answer does not wait for it.</source>
        <translation>%1 escribirá %2 en la base de datos dentro de %3. La respuesta no espera.</translation>
    </message>
    <message>
        <source>%1 had not written %2 yet: only this newer value will be written.</source>
        <translation>%1 aún no había escrito %2: solo se escribirá este valor más nuevo.</translation>
    </message>
    <message>
        <source>%1 has written %2 to the database.</source>
        <translation>%1 ha escrito %2 en la base de datos.</translation>
    </message>
    <message>
        <source>%1 could not write %2: %3. Nobody who could be told waits for it.</source>
        <translation>%1 no pudo escribir %2: %3. Nadie espera a quien se le pudiera decir.</translation>
    </message>
    <message>
        <source>%1 stops before it could write: %2 change(s) are lost, though they were confirmed.</source>
        <translation>%1 se detiene antes de poder escribir: se pierde(n) %2 cambio(s), aunque se confirmaron.</translation>
    </message>
    <message>
        <source>%1 takes the line. It is in the room &quot;%2&quot; now, and both ends may talk whenever they like.</source>
        <translation>%1 acepta la línea. Ahora está en la sala «%2», y los dos extremos pueden hablar cuando quieran.</translation>
    </message>
    <message>
        <source>%1 begins an answer that does not end: what is new in &quot;%2&quot; follows piece by piece.</source>
        <translation>%1 empieza una respuesta que no termina: lo nuevo de «%2» llega trozo a trozo.</translation>
    </message>
    <message>
        <source>%1 takes no more lines: %2 are open, and that is all it may have.</source>
        <translation>%1 no acepta más líneas: hay %2 abiertas, y no puede tener más.</translation>
    </message>
    <message>
        <source>%1 refuses the handshake with %2.</source>
        <translation>%1 rechaza el saludo con %2.</translation>
    </message>
    <message>
        <source>%1 does not understand the message and closes with %2.</source>
        <translation>%1 no entiende el mensaje y cierra con %2.</translation>
    </message>
    <message>
        <source>A line of %1 has ended with code %2.</source>
        <translation>Una línea de %1 ha terminado con el código %2.</translation>
    </message>
    <message>
        <source>A line of %1 has ended without a goodbye (1006).</source>
        <translation>Una línea de %1 ha terminado sin despedida (1006).</translation>
    </message>
    <message>
        <source>%1 cannot tell the other hubs what was said in &quot;%2&quot;: the store is not there.</source>
        <translation>%1 no puede contar a los otros nodos lo que se dijo en «%2»: el almacén no está.</translation>
    </message>
    <message>
        <source>%1 could not have the message saved (%2).</source>
        <translation>%1 no consiguió que se guardara el mensaje (%2).</translation>
    </message>
    <message>
        <source>%2 at %1 hear what is %3 old: %4</source>
        <translation>%2 en %1 oyen algo de hace %3: %4</translation>
    </message>
    <message>
        <source>%1 hears what is %2 old: %3</source>
        <translation>%1 oye algo de hace %2: %3</translation>
    </message>
    <message>
        <source>%2 at %1 hear what was said %3 ago, before they came: %4</source>
        <translation>%2 en %1 oyen lo que se dijo hace %3, antes de que llegaran: %4</translation>
    </message>
    <message>
        <source>%1 hears what was said %2 ago, before it came: %3</source>
        <translation>%1 oye lo que se dijo hace %2, antes de que llegara: %3</translation>
    </message>
    <message>
        <source>%1 shows the text: %2</source>
        <translation>%1 muestra el texto: %2</translation>
    </message>
    <message>
        <source>%1 has no line on which to say it.</source>
        <translation>%1 no tiene línea por la que decirlo.</translation>
    </message>
    <message>
        <source>The line of %1 has ended with code %2.</source>
        <translation>La línea de %1 ha terminado con el código %2.</translation>
    </message>
    <message>
        <source>The line of %1 is gone, without a goodbye (1006).</source>
        <translation>La línea de %1 se ha perdido, sin despedida (1006).</translation>
    </message>
    <message>
        <source>%1 will try again in %2.</source>
        <translation>%1 lo intentará otra vez dentro de %2.</translation>
    </message>
    <message>
        <source>%1 cannot take over a change (%2). It waits until it can.</source>
        <translation>%1 no puede adoptar un cambio (%2). Espera hasta poder.</translation>
    </message>
    <message>
        <source>%1 refuses: the secret of the page did not come along as a cookie.</source>
        <translation>%1 rechaza: el secreto de la página no vino en una cookie.</translation>
    </message>
    <message>
        <source>%1 asks whether %2. Yes, so it goes that way.</source>
        <translation>%1 pregunta si %2. Sí, así que va por ese camino.</translation>
    </message>
    <message>
        <source>%1 asks whether %2. No, so it goes the other way.</source>
        <translation>%1 pregunta si %2. No, así que va por el otro camino.</translation>
    </message>
    <message>
        <source>%1 begins round %2 of %3.</source>
        <translation>%1 empieza la vuelta %2 de %3.</translation>
    </message>
    <message>
        <source>%1 finds nothing in &quot;%2&quot; to go through.</source>
        <translation>%1 no encuentra nada que recorrer en «%2».</translation>
    </message>
    <message>
        <source>%1 stops after round %2 of %3: one request may make no more.</source>
        <translation>%1 para después de la vuelta %2 de %3: una petición no puede dar más.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>on</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
</context>
<context>
    <name>Hops</name>
    <message>
        <source>%1 lets it wait in line</source>
        <translation>%1 lo tiene en la cola</translation>
    </message>
    <message>
        <source>%1 runs the query</source>
        <translation>%1: consulta</translation>
    </message>
    <message>
        <source>%1 works</source>
        <translation>%1 trabaja</translation>
    </message>
    <message>
        <source>all in all</source>
        <translation>en total</translation>
    </message>
    <message>
        <source>%1 waits for a lock</source>
        <translation>%1 espera un bloqueo</translation>
    </message>
    <message>
        <source>%1 waits for a connection</source>
        <translation>%1 espera una conexión</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>requests</source>
        <translation>peticiones</translation>
    </message>
    <message>
        <source>first request took</source>
        <translation>la primera petición tardó</translation>
    </message>
    <message>
        <source>last request took</source>
        <translation>la última petición tardó</translation>
    </message>
    <message>
        <source>median answer time</source>
        <translation>tiempo de respuesta mediano</translation>
    </message>
    <message>
        <source>95 of 100 answers within</source>
        <translation>95 de 100 respuestas en</translation>
    </message>
    <message>
        <source>cache hit ratio</source>
        <translation>proporción de aciertos</translation>
    </message>
    <message>
        <source>stale answers</source>
        <translation>respuestas obsoletas</translation>
    </message>
    <message>
        <source>oldest stale answer</source>
        <translation>respuesta obsoleta más antigua</translation>
    </message>
    <message>
        <source>database queries</source>
        <translation>consultas a la base de datos</translation>
    </message>
    <message>
        <source>99 of 100 answers within</source>
        <translation>99 de 100 respuestas en</translation>
    </message>
    <message>
        <source>mean answer time</source>
        <translation>tiempo medio de respuesta</translation>
    </message>
    <message>
        <source>failed requests</source>
        <translation>peticiones fallidas</translation>
    </message>
    <message>
        <source>refused requests</source>
        <translation>peticiones rechazadas</translation>
    </message>
    <message>
        <source>rows read</source>
        <translation>filas leídas</translation>
    </message>
    <message>
        <source>messages on the wire</source>
        <translation>mensajes por la red</translation>
    </message>
    <message>
        <source>data on the wire</source>
        <translation>datos por la red</translation>
    </message>
    <message>
        <source>messages that gave a secret away</source>
        <translation>mensajes que revelaron un secreto</translation>
    </message>
    <message>
        <source>news heard</source>
        <translation>novedades recibidas</translation>
    </message>
    <message>
        <source>until news is heard</source>
        <translation>hasta que se oye la novedad</translation>
    </message>
    <message>
        <source>tasks done</source>
        <translation>tareas hechas</translation>
    </message>
    <message>
        <source>until a task is done</source>
        <translation>hasta que la tarea está hecha</translation>
    </message>
</context>
<context>
    <name>Narrator</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>You take away: %1.</source>
        <translation>Quitas: %1.</translation>
    </message>
    <message>
        <source>You cut the line for good: %1.</source>
        <translation>Quitas la línea para siempre: %1.</translation>
    </message>
    <message>
        <source>You add, while everything runs: %1.</source>
        <translation>Añades, con todo en marcha: %1.</translation>
    </message>
    <message>
        <source>Joined now: %1.</source>
        <translation>Unido ahora: %1.</translation>
    </message>
    <message>
        <source>You send %1 %2.</source>
        <translation>Envías %1 %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are being sent, at random moments.</source>
        <translation>
            <numerusform>Se envía %n petición, en un momento al azar.</numerusform>
            <numerusform>Se envían %n peticiones, en momentos al azar.</numerusform>
        </translation>
    </message>
    <message>
        <source>You change a setting of %1.</source>
        <translation>Cambias un ajuste de %1.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 sends the request %2.</source>
        <translation>%1 envía la petición %2.</translation>
    </message>
    <message>
        <source>%1 sends its answer: %2.</source>
        <translation>%1 envía su respuesta: %2.</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <translation>%1 pregunta: %2</translation>
    </message>
    <message>
        <source>%1 sends back what it found.</source>
        <translation>%1 devuelve lo que encontró.</translation>
    </message>
    <message>
        <source>%1 sends %2.</source>
        <translation>%1 envía %2.</translation>
    </message>
    <message>
        <source>%1 has reached %2 after %3 on the way.</source>
        <translation>%1 ha llegado a %2 tras %3 de camino.</translation>
    </message>
    <message>
        <source>Its time to live ended %1 ago.</source>
        <translation>Su tiempo de vida acabó hace %1.</translation>
    </message>
    <message>
        <source>It had to make room %1 ago.</source>
        <translation>Tuvo que dejar sitio hace %1.</translation>
    </message>
    <message>
        <source>It was removed %1 ago because the data changed.</source>
        <translation>Se quitó hace %1 porque los datos cambiaron.</translation>
    </message>
    <message>
        <source>The cache was emptied %1 ago.</source>
        <translation>La caché se vació hace %1.</translation>
    </message>
    <message>
        <source>Nobody has stored it yet.</source>
        <translation>Nadie lo ha guardado todavía.</translation>
    </message>
    <message>
        <source>Cache hit: %1 has %2, stored %3 ago.</source>
        <translation>Acierto de caché: %1 tiene %2, guardado hace %3.</translation>
    </message>
    <message>
        <source>Cache miss: %1 does not have %2. %3</source>
        <translation>Fallo de caché: %1 no tiene %2. %3</translation>
    </message>
    <message>
        <source>%1 keeps %2 for %3.</source>
        <translation>%1 guarda %2 durante %3.</translation>
    </message>
    <message>
        <source>%1 is full: %2 has to go, unused for %3.</source>
        <translation>%1: no queda sitio; sale %2, sin uso desde hace %3.</translation>
    </message>
    <message>
        <source>%1 is empty now.</source>
        <translation>%1: ahora no guarda nada.</translation>
    </message>
    <message>
        <source>%1 throws %2 away: the copy is no longer true.</source>
        <translation>%1 tira %2: la copia ya no es cierta.</translation>
    </message>
    <message numerus="yes">
        <source>All of %1 is busy: the request waits, %n ahead of it.</source>
        <translation>
            <numerusform>%1: nadie libre; la petición espera, con %n delante.</numerusform>
            <numerusform>%1: nadie libre; la petición espera, con %n delante.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps the task in line, %n ahead of it.</source>
        <translation>
            <numerusform>%1 guarda la tarea en la fila, con %n delante.</numerusform>
            <numerusform>%1 guarda la tarea en la fila, con %n delante.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 finds the handler for %2.</source>
        <translation>%1 encuentra el manejador de %2.</translation>
    </message>
    <message>
        <source>%1 finds the handler for %2, with %3.</source>
        <translation>%1 encuentra el manejador de %2, con %3.</translation>
    </message>
    <message>
        <source>%1 knows %2, but not with this method (405).</source>
        <translation>%1 conoce %2, pero no con este método (405).</translation>
    </message>
    <message>
        <source>%1 knows no handler for %2 (404).</source>
        <translation>%1 no conoce ningún manejador para %2 (404).</translation>
    </message>
    <message>
        <source>%1 worked for %2.</source>
        <translation>%1 trabajó durante %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 ran the query in %2: %3 steps, %n row(s).</source>
        <translation>
            <numerusform>%1 ejecutó la consulta en %2: %3 pasos, %n fila.</numerusform>
            <numerusform>%1 ejecutó la consulta en %2: %3 pasos, %n filas.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changes the row %2.</source>
        <translation>%1 cambia la fila %2.</translation>
    </message>
    <message>
        <source>%1 cannot answer (%2): %3.</source>
        <translation>%1 no puede responder (%2): %3.</translation>
    </message>
    <message>
        <source>%1 wants %2 %3.</source>
        <translation>%1 quiere %2 %3.</translation>
    </message>
    <message>
        <source>%1 has its answer after %2: an error, %3.</source>
        <translation>%1 tiene su respuesta tras %2: un error, %3.</translation>
    </message>
    <message>
        <source>%1 has its answer after %2.</source>
        <translation>%1 tiene su respuesta tras %2.</translation>
    </message>
    <message>
        <source>%1 has its answer after %2. The data came from %3.</source>
        <translation>%1 tiene su respuesta tras %2. Los datos vinieron de: %3.</translation>
    </message>
    <message>
        <source>Stale: %1 shows an old value. The database changed it %2 ago.</source>
        <translation>Obsoleto: %1 muestra un valor viejo. La base de datos lo cambió hace %2.</translation>
    </message>
    <message>
        <source>Job %1 arrives at %2.</source>
        <translation>El trabajo %1 llega a %2.</translation>
    </message>
    <message>
        <source>%1 starts on job %2.</source>
        <translation>%1 empieza con el trabajo %2.</translation>
    </message>
    <message>
        <source>Job %1 is done after %2.</source>
        <translation>El trabajo %1 termina tras %2.</translation>
    </message>
    <message>
        <source>hit %1</source>
        <translation>acierto %1</translation>
    </message>
    <message>
        <source>miss %1</source>
        <translation>fallo %1</translation>
    </message>
    <message>
        <source>stored %1</source>
        <translation>guardado %1</translation>
    </message>
    <message>
        <source>removed %1</source>
        <translation>quitado %1</translation>
    </message>
    <message>
        <source>no route, %1</source>
        <translation>sin ruta, %1</translation>
    </message>
    <message>
        <source>query took %1</source>
        <translation>la consulta tardó %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>cambió %1</translation>
    </message>
    <message>
        <source>stale by %1</source>
        <translation>obsoleto hace %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>espera %1</translation>
    </message>
    <message>
        <source>no answer in %1</source>
        <translation>sin respuesta, %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>failed, %1</source>
        <translation>falló, %1</translation>
    </message>
    <message>
        <source>setting changed</source>
        <translation>ajuste cambiado</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>data</source>
        <translation>datos</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is switched on.</source>
        <translation>%1: «%2» se activa.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is switched off.</source>
        <translation>%1: «%2» se desactiva.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; changes from %3 to %4.</source>
        <translation>%1: «%2» cambia de %3 a %4.</translation>
    </message>
    <message>
        <source>%1 answers that it has nothing.</source>
        <translation>%1 responde que no tiene nada.</translation>
    </message>
    <message>
        <source>%1 confirms.</source>
        <translation>%1 confirma.</translation>
    </message>
    <message>
        <source>The answer (%1) has reached %2 after %3 on the way.</source>
        <translation>La respuesta (%1) ha llegado a %2 tras %3 de camino.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is empty now.</source>
        <translation>%1: «%2» está ahora vacío.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is new.</source>
        <translation>%1: «%2» es nuevo.</translation>
    </message>
    <message>
        <source>refused, %1</source>
        <translation>rechazado, %1</translation>
    </message>
    <message>
        <source>a foreign script ran</source>
        <translation>se ejecutó un script ajeno</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>sellado</translation>
    </message>
    <message>
        <source>read along</source>
        <translation>leído por el camino</translation>
    </message>
    <message>
        <source>%1 lets this pass: %2.</source>
        <translation>%1 lo deja pasar: %2.</translation>
    </message>
    <message>
        <source>%1 refuses: %2.</source>
        <translation>%1 rechaza: %2.</translation>
    </message>
    <message>
        <source>%1 turns %2 into SQL.</source>
        <translation>%1 convierte %2 en SQL.</translation>
    </message>
    <message>
        <source>%1 fills the template %2 and lets markup through: %3.</source>
        <translation>%1 rellena la plantilla %2 y deja pasar marcas: %3.</translation>
    </message>
    <message>
        <source>%1 fills the template %2 and makes markup harmless: %3.</source>
        <translation>%1 rellena la plantilla %2 y vuelve inofensivas las marcas: %3.</translation>
    </message>
    <message>
        <source>%1 fills the template %2.</source>
        <translation>%1 rellena la plantilla %2.</translation>
    </message>
    <message>
        <source>%1 keeps the cookie &quot;%2&quot;.</source>
        <translation>%1 guarda la cookie «%2».</translation>
    </message>
    <message numerus="yes">
        <source>%1 sees %n sealed byte(s) and can read nothing.</source>
        <translation>
            <numerusform>%1 ve %n byte sellado y no puede leer nada.</numerusform>
            <numerusform>%1 ve %n bytes sellados y no puede leer nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 reads everything, but finds no secret.</source>
        <translation>%1 lo lee todo, pero no encuentra ningún secreto.</translation>
    </message>
    <message>
        <source>%1 reads along and learns: %2.</source>
        <translation>%1 lee por el camino y se entera de: %2.</translation>
    </message>
    <message>
        <source>%1 runs a foreign script in the page. It finds no cookie that it may read.</source>
        <translation>%1 ejecuta un script ajeno en la página. No encuentra ninguna cookie que pueda leer.</translation>
    </message>
    <message>
        <source>%1 runs a foreign script in the page. It steals: %2.</source>
        <translation>%1 ejecuta un script ajeno en la página. Roba: %2.</translation>
    </message>
    <message>
        <source>%1 fails. %2</source>
        <translation>%1 falla. %2</translation>
    </message>
    <message>
        <source>%1 cannot answer (%2). %3</source>
        <translation>%1 no puede responder (%2). %3</translation>
    </message>
    <message>
        <source>%1 fails: %2.</source>
        <translation>%1 falla: %2.</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>lento</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>%1 stops. What it had only in memory is gone, and whoever asks it is refused.</source>
        <translation>%1 se detiene. Lo que solo tenía en memoria se ha perdido, y a quien le pregunta se le rechaza.</translation>
    </message>
    <message>
        <source>%1 runs, at its usual speed.</source>
        <translation>%1 está en marcha, a su velocidad habitual.</translation>
    </message>
    <message>
        <source>%1 runs, but all its work takes %2 times as long.</source>
        <translation>%1 está en marcha, pero todo su trabajo tarda %2 veces más.</translation>
    </message>
    <message>
        <source>%1 gets lost on its way (%2). Nobody confirms it, so it will be sent again.</source>
        <translation>%1 se pierde por el camino (%2). Nadie lo confirma, así que se enviará otra vez.</translation>
    </message>
    <message>
        <source>%1 gets lost: nothing crosses %2 any more, and nobody says so.</source>
        <translation>%1 se pierde: ya nada cruza %2, y nadie lo dice.</translation>
    </message>
    <message>
        <source>a problem</source>
        <translation>un problema</translation>
    </message>
    <message>
        <source>%1 is cut.</source>
        <translation>%1 está cortado.</translation>
    </message>
    <message>
        <source>%1 is whole again.</source>
        <translation>%1 vuelve a estar entero.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is now %3.</source>
        <translation>%1: «%2» es ahora %3.</translation>
    </message>
    <message>
        <source>%1 gives up after %2: it has no answer.</source>
        <translation>%1 se rinde tras %2: no tiene respuesta.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texto</translation>
    </message>
    <message>
        <source>close %1</source>
        <translation>cierre %1</translation>
    </message>
    <message>
        <source>a piece</source>
        <translation>un trozo</translation>
    </message>
    <message>
        <source>an event</source>
        <translation>un evento</translation>
    </message>
</context>
<context>
    <name>NodeView</name>
    <message>
        <source>Please write a number with a unit between %1 and %2, for example &quot;250 ms&quot;.</source>
        <translation>Escribe un número con unidad entre %1 y %2, por ejemplo «250 ms».</translation>
    </message>
    <message>
        <source>This does not fit: %1</source>
        <translation>Esto no encaja: %1</translation>
    </message>
    <message>
        <source>Please write a span with a unit, for example &quot;250 ms&quot;, or a distribution such as {&quot;exponential&quot;: &quot;250 ms&quot;}.</source>
        <translation>Escribe un tiempo con su unidad, por ejemplo &quot;250 ms&quot;, o una distribución como {&quot;exponential&quot;: &quot;250 ms&quot;}.</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>&quot;%1&quot; is no name for a table: use letters, digits and _.</source>
        <translation>«%1» no sirve como nombre de tabla: usa letras, cifras y _.</translation>
    </message>
    <message>
        <source>There is a table %1 already.</source>
        <translation>Ya hay una tabla %1.</translation>
    </message>
    <message>
        <source>Line %1 cannot be read: &quot;%2&quot;. It should say a name, a colon and what the column holds.</source>
        <translation>La línea %1 no se entiende: «%2». Debe decir un nombre, dos puntos y qué contiene la columna.</translation>
    </message>
    <message>
        <source>The column %1 stands there twice.</source>
        <translation>La columna %1 aparece dos veces.</translation>
    </message>
    <message>
        <source>Line %1: &quot;%2&quot; ends before it begins.</source>
        <translation>Línea %1: «%2» acaba antes de empezar.</translation>
    </message>
    <message>
        <source>The column %1 cannot have another value in every row.</source>
        <translation>La columna %1 no puede tener un valor distinto en cada fila.</translation>
    </message>
    <message>
        <source>The table %1 needs one column that is its key: &quot;id: key&quot;.</source>
        <translation>La tabla %1 necesita una columna que sea su clave: «id: key».</translation>
    </message>
    <message>
        <source>There is no table %1 before this one.</source>
        <translation>No hay ninguna tabla %1 antes de esta.</translation>
    </message>
    <message>
        <source>All tables together may have %1 rows at the start.</source>
        <translation>Entre todas las tablas puede haber %1 filas al principio.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was a part of another kind in this run; give the new part another id.</source>
        <translation>«%1» era una pieza de otra clase en este recorrido; dale otro id a la nueva.</translation>
    </message>
    <message>
        <source>%1 is no SVG that can be drawn: %2</source>
        <translation>%1 no es un SVG que se pueda dibujar: %2</translation>
    </message>
    <message>
        <source>No kind of message is called &quot;%1&quot;.</source>
        <translation>Ningún tipo de mensaje se llama «%1».</translation>
    </message>
    <message>
        <source>No picture is called &quot;%1&quot;, and no %1.svg lies here.</source>
        <translation>Ningún dibujo se llama «%1», y aquí no hay ningún %1.svg.</translation>
    </message>
    <message>
        <source>Such an event has no form that is called &quot;%1&quot;.</source>
        <translation>Un suceso así no tiene ninguna forma que se llame «%1».</translation>
    </message>
    <message>
        <source>Such an event has nothing to fill in for {%1}.</source>
        <translation>Un suceso así no tiene nada que poner en lugar de {%1}.</translation>
    </message>
    <message>
        <source>The analogy has no picture for &quot;%1&quot;.</source>
        <translation>La analogía no tiene dibujo para «%1».</translation>
    </message>
    <message>
        <source>This is not valid JSON: %1.</source>
        <translation>Esto no es JSON válido: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands there twice.</source>
        <translation>«%1» aparece dos veces.</translation>
    </message>
    <message>
        <source>An object in braces {} belongs here.</source>
        <translation>Aquí va un objeto entre llaves {}.</translation>
    </message>
    <message>
        <source>A list in brackets [] belongs here.</source>
        <translation>Aquí va una lista entre corchetes [].</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation>Falta «%1».</translation>
    </message>
    <message>
        <source>Nothing is called &quot;%1&quot; here.</source>
        <translation>Aquí nada se llama «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be: %2.</source>
        <translation>«%1» debe ser: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must lie between %2 and %3.</source>
        <translation>«%1» debe estar entre %2 y %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration. Write a number with a unit, like &quot;250 ms&quot;.</source>
        <translation>«%1» no es una duración. Escribe un número con unidad, como &quot;250 ms&quot;.</translation>
    </message>
    <message>
        <source>%1 is no distribution. Write a duration, or one like {&quot;exponential&quot;: &quot;5 ms&quot;}.</source>
        <translation>%1 no es una distribución. Escribe una duración, o algo como {&quot;exponential&quot;: &quot;5 ms&quot;}.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the choices.</source>
        <translation>«%1» no es ninguna de las opciones.</translation>
    </message>
    <message>
        <source>This was written by a newer version of the program (format %1, this one knows %2). Nothing was changed.</source>
        <translation>Esto lo escribió una versión más nueva del programa (formato %1; esta conoce el %2). No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>No part is called &quot;%1&quot;.</source>
        <translation>Ninguna pieza se llama «%1».</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;.</source>
        <translation>No hay ningún ajuste «%1».</translation>
    </message>
    <message>
        <source>This part cannot do &quot;%1&quot;.</source>
        <translation>Esta pieza no sabe hacer «%1».</translation>
    </message>
    <message>
        <source>No part of the scene has the id &quot;%1&quot;.</source>
        <translation>Ninguna pieza de la escena tiene el identificador «%1».</translation>
    </message>
    <message>
        <source>No handler block is called &quot;%1&quot;.</source>
        <translation>Ningún bloque de manejador se llama «%1».</translation>
    </message>
    <message>
        <source>No kind of event is called &quot;%1&quot;.</source>
        <translation>Ningún tipo de suceso se llama «%1».</translation>
    </message>
    <message>
        <source>No step has the id &quot;%1&quot;.</source>
        <translation>Ningún paso tiene el identificador «%1».</translation>
    </message>
    <message>
        <source>No value is called &quot;%1&quot;.</source>
        <translation>Ningún valor se llama «%1».</translation>
    </message>
    <message>
        <source>&quot;define&quot; has nothing that is called &quot;%1&quot;.</source>
        <translation>En «define» nada se llama «%1».</translation>
    </message>
    <message>
        <source>No command uses what &quot;define&quot; calls &quot;%1&quot;.</source>
        <translation>Ninguna orden usa lo que «define» llama «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is defined with &quot;use_defined&quot; inside it: write its value out.</source>
        <translation>«%1» se define con un «use_defined» dentro: escribe su valor entero.</translation>
    </message>
    <message>
        <source>A goal needs a &quot;fact&quot; or a &quot;metric&quot;.</source>
        <translation>Un objetivo necesita &quot;fact&quot; o &quot;metric&quot;.</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; is used twice.</source>
        <translation>El identificador «%1» se usa dos veces.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id: use letters, digits, - and _, at most 64.</source>
        <translation>«%1» no es un identificador: usa letras, cifras, - y _, 64 como mucho.</translation>
    </message>
    <message>
        <source>%1 and %2 do not speak the same protocol.</source>
        <translation>%1 y %2 no hablan el mismo protocolo.</translation>
    </message>
    <message>
        <source>A scene has at most %1 parts.</source>
        <translation>Una escena tiene como mucho %1 piezas.</translation>
    </message>
    <message>
        <source>This is nested too deeply.</source>
        <translation>Esto está anidado demasiado hondo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no HTTP method.</source>
        <translation>«%1» no es un método HTTP.</translation>
    </message>
    <message>
        <source>A path begins with a slash.</source>
        <translation>Una ruta empieza con una barra.</translation>
    </message>
    <message>
        <source>A parameter needs a name.</source>
        <translation>Un parámetro necesita un nombre.</translation>
    </message>
    <message>
        <source>Two parameters are called &quot;%1&quot;.</source>
        <translation>Dos parámetros se llaman «%1».</translation>
    </message>
    <message>
        <source>SQLite refuses the statement: %1.</source>
        <translation>SQLite rechaza la sentencia: %1.</translation>
    </message>
    <message>
        <source>The value &quot;:%1&quot; is missing.</source>
        <translation>Falta el valor «:%1».</translation>
    </message>
    <message>
        <source>One statement at a time, please.</source>
        <translation>Una sentencia cada vez, por favor.</translation>
    </message>
    <message>
        <source>The file %1 is missing.</source>
        <translation>Falta el archivo %1.</translation>
    </message>
    <message>
        <source>The words for &quot;%1&quot; are missing.</source>
        <translation>Faltan las palabras para «%1».</translation>
    </message>
    <message>
        <source>The words for &quot;%1&quot; are for nothing.</source>
        <translation>Las palabras para «%1» no sirven para nada.</translation>
    </message>
    <message>
        <source>This says %1 words; at most %2 can be read at a glance.</source>
        <translation>Esto dice %1 palabras; de un vistazo se leen %2 como mucho.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; would be refused.</source>
        <translation>La orden «%1» se rechazaría.</translation>
    </message>
    <message>
        <source>The simulation has failed: %1.</source>
        <translation>La simulación ha fallado: %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>¿Querías decir «%1»?</translation>
    </message>
    <message>
        <source>This key cannot be used: %1.</source>
        <translation>Esta clave no sirve: %1.</translation>
    </message>
    <message>
        <source>The recording is full.</source>
        <translation>La grabación está llena.</translation>
    </message>
    <message>
        <source>The part %1 must stay.</source>
        <translation>La pieza %1 debe quedarse.</translation>
    </message>
    <message>
        <source>The line from %1 to %2 must stay.</source>
        <translation>La línea de %1 a %2 debe quedarse.</translation>
    </message>
    <message>
        <source>%1 may not be added in this challenge.</source>
        <translation>%1 no se puede añadir en este reto.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; must stay as it was.</source>
        <translation>%1: «%2» debe quedarse como estaba.</translation>
    </message>
    <message>
        <source>These words are missing in English (&quot;en&quot;).</source>
        <translation>Faltan estas palabras en inglés («en»).</translation>
    </message>
    <message>
        <source>A star may not cost more than the one before it, nor more than the budget of %1.</source>
        <translation>Una estrella no puede costar más que la anterior ni más que el presupuesto de %1.</translation>
    </message>
    <message>
        <source>The line is not whole. Copy all of it, from &quot;roundtrip:&quot; on.</source>
        <translation>La línea no está completa. Cópiala entera, desde «roundtrip:».</translation>
    </message>
    <message>
        <source>The line comes from a newer Roundtrip (version %1 of its form).</source>
        <translation>La línea viene de un Roundtrip más nuevo (versión %1 de su formato).</translation>
    </message>
    <message>
        <source>There are no pictures of the kind &quot;%1&quot;. Give the file a name that ends in .png, .svg or .pdf.</source>
        <translation>No hay imágenes del tipo «%1». Da al archivo un nombre que acabe en .png, .svg o .pdf.</translation>
    </message>
    <message>
        <source>The animation could not be made: %1.</source>
        <translation>No se pudo hacer la animación: %1.</translation>
    </message>
    <message>
        <source>%1: nobody reaches the route %2, since %3 stands before it and takes all that fits. Put it first.</source>
        <translation>%1: nadie llega a la ruta %2, porque %3 está antes y se lleva todo lo que encaja. Ponla primero.</translation>
    </message>
    <message>
        <source>%1 keeps what it has for %2. What changes in the database meanwhile, nobody sees. Give it a shorter time to live.</source>
        <translation>%1 guarda lo que tiene durante %2. Lo que cambie entretanto en la base de datos no lo ve nadie. Dale un tiempo de vida más corto.</translation>
    </message>
    <message>
        <source>The part &quot;%1&quot; is in two groups; it can be in one.</source>
        <translation>La pieza «%1» está en dos grupos; solo puede estar en uno.</translation>
    </message>
    <message>
        <source>There is a connection %1 already.</source>
        <translation>Ya hay una conexión %1.</translation>
    </message>
    <message>
        <source>No middleware is called &quot;%1&quot;.</source>
        <translation>Ningún middleware se llama «%1».</translation>
    </message>
    <message>
        <source>The middleware &quot;%1&quot; stands in the list twice.</source>
        <translation>El middleware «%1» está dos veces en la lista.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no access rule. Write public, signed_in, or roles with commas.</source>
        <translation>«%1» no es una regla de acceso. Escribe public, signed_in o roles con comas.</translation>
    </message>
    <message>
        <source>There are no models. Give the app server models first.</source>
        <translation>No hay modelos. Primero dale modelos al servidor de aplicaciones.</translation>
    </message>
    <message>
        <source>A bracket in this path is opened, but never closed.</source>
        <translation>En esta ruta se abre un paréntesis que nunca se cierra.</translation>
    </message>
    <message>
        <source>No type of parameter is called &quot;%1&quot;.</source>
        <translation>Ningún tipo de parámetro se llama «%1».</translation>
    </message>
    <message>
        <source>The type %1 cannot be limited like this: %2.</source>
        <translation>El tipo %1 no se puede limitar así: %2.</translation>
    </message>
    <message>
        <source>A parameter in &lt;&gt; has no spaces.</source>
        <translation>Un parámetro entre &lt;&gt; no lleva espacios.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; at place %2 does not belong into a path. Put a backslash before it if you mean the letter itself.</source>
        <translation>«%1» en la posición %2 no va en una ruta. Ponle delante una barra invertida si quieres el carácter mismo.</translation>
    </message>
    <message>
        <source>The backslash at place %1 has nothing behind it.</source>
        <translation>La barra invertida de la posición %1 no tiene nada detrás.</translation>
    </message>
    <message>
        <source>The quote that begins at place %1 does not end.</source>
        <translation>Las comillas que empiezan en la posición %1 no se cierran.</translation>
    </message>
    <message>
        <source>There must be some text between the parameter &quot;%1&quot; and the one before it.</source>
        <translation>Tiene que haber texto entre el parámetro «%1» y el anterior.</translation>
    </message>
    <message>
        <source>This path has too many optional parts.</source>
        <translation>Esta ruta tiene demasiadas partes opcionales.</translation>
    </message>
    <message>
        <source>The rule for &quot;%1&quot; always looks at the whole parameter. Leave out ^ and $.</source>
        <translation>La regla para «%1» siempre mira el parámetro entero. Quita ^ y $.</translation>
    </message>
    <message>
        <source>This regular expression is wrong at place %2: %1.</source>
        <translation>Esta expresión regular tiene un error en la posición %2: %1.</translation>
    </message>
    <message>
        <source>This regular expression uses %1, which does not work here.</source>
        <translation>Esta expresión regular usa %1, que aquí no funciona.</translation>
    </message>
    <message>
        <source>This regular expression is too large.</source>
        <translation>Esta expresión regular es demasiado grande.</translation>
    </message>
    <message>
        <source>No template tag is called &quot;%1&quot;.</source>
        <translation>Ninguna etiqueta de plantilla se llama «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is opened, but never closed.</source>
        <translation>«%1» se abre, pero nunca se cierra.</translation>
    </message>
    <message>
        <source>The tag &quot;%1&quot; is not written like this.</source>
        <translation>La etiqueta «%1» no se escribe así.</translation>
    </message>
    <message>
        <source>There is nothing between the braces.</source>
        <translation>No hay nada entre las llaves.</translation>
    </message>
    <message>
        <source>Two blocks are called &quot;%1&quot;.</source>
        <translation>Dos bloques se llaman «%1».</translation>
    </message>
    <message>
        <source>&quot;extends&quot; must be the first tag of the template.</source>
        <translation>«extends» tiene que ser la primera etiqueta de la plantilla.</translation>
    </message>
    <message>
        <source>The templates are nested too deeply.</source>
        <translation>Las plantillas están anidadas demasiado hondo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read from &quot;%2&quot; on.</source>
        <translation>«%1» no se puede leer a partir de «%2».</translation>
    </message>
    <message>
        <source>No template filter is called &quot;%1&quot;.</source>
        <translation>Ningún filtro de plantilla se llama «%1».</translation>
    </message>
    <message>
        <source>The filter &quot;%1&quot; takes another number of values.</source>
        <translation>El filtro «%1» lleva otro número de valores.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a name: names do not begin with _.</source>
        <translation>«%1» no puede ser un nombre: los nombres no empiezan por _.</translation>
    </message>
    <message>
        <source>This condition makes no sense at &quot;%1&quot;.</source>
        <translation>Esta condición no tiene sentido en «%1».</translation>
    </message>
    <message>
        <source>There is no template called &quot;%1&quot;.</source>
        <translation>No hay ninguna plantilla llamada «%1».</translation>
    </message>
    <message>
        <source>The template needs the value &quot;%1&quot;, which nobody gave it.</source>
        <translation>La plantilla necesita el valor «%1», y nadie se lo ha dado.</translation>
    </message>
    <message>
        <source>The filter &quot;%1&quot; cannot work with this value.</source>
        <translation>El filtro «%1» no puede trabajar con este valor.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no list: a loop cannot go through it.</source>
        <translation>«%1» no es una lista: un bucle no puede recorrerla.</translation>
    </message>
    <message>
        <source>The loop has %1 names, but the values come in another number.</source>
        <translation>El bucle tiene %1 nombres, pero los valores vienen en otro número.</translation>
    </message>
    <message>
        <source>&quot;block.super&quot; works only inside a block.</source>
        <translation>«block.super» solo funciona dentro de un bloque.</translation>
    </message>
    <message>
        <source>The page becomes too long.</source>
        <translation>La página se hace demasiado larga.</translation>
    </message>
    <message>
        <source>The template takes too many steps.</source>
        <translation>La plantilla necesita demasiados pasos.</translation>
    </message>
    <message>
        <source>This does not fit here, or something is missing: &quot;%1&quot;.</source>
        <translation>Esto no encaja aquí, o falta algo: «%1».</translation>
    </message>
    <message>
        <source>A text begins with a quote, but does not end with one.</source>
        <translation>Un texto empieza con comillas, pero no termina con ellas.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number.</source>
        <translation>«%1» no es un número.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice.</source>
        <translation>«%1» se da dos veces.</translation>
    </message>
    <message>
        <source>This expression is too long.</source>
        <translation>Esta expresión es demasiado larga.</translation>
    </message>
    <message>
        <source>This expression is nested too deeply.</source>
        <translation>Esta expresión está anidada demasiado hondo.</translation>
    </message>
    <message>
        <source>A query begins with a model and .objects, like Book.objects.all().</source>
        <translation>Una consulta empieza con un modelo y .objects, como Book.objects.all().</translation>
    </message>
    <message>
        <source>No model is called &quot;%1&quot;.</source>
        <translation>Ningún modelo se llama «%1».</translation>
    </message>
    <message>
        <source>%2 has no field &quot;%1&quot;.</source>
        <translation>%2 no tiene ningún campo «%1».</translation>
    </message>
    <message>
        <source>The field &quot;%2&quot; cannot be compared with &quot;%1&quot;.</source>
        <translation>El campo «%2» no se puede comparar con «%1».</translation>
    </message>
    <message>
        <source>A query has no method &quot;%1&quot;.</source>
        <translation>Una consulta no tiene ningún método «%1».</translation>
    </message>
    <message>
        <source>No function is called &quot;%1&quot;.</source>
        <translation>Ninguna función se llama «%1».</translation>
    </message>
    <message>
        <source>%1 does not take these values.</source>
        <translation>%1 no acepta estos valores.</translation>
    </message>
    <message>
        <source>%1 comes too late: the query has already run.</source>
        <translation>%1 llega tarde: la consulta ya se ha ejecutado.</translation>
    </message>
    <message>
        <source>%1 needs all() before it.</source>
        <translation>%1 necesita all() delante.</translation>
    </message>
    <message>
        <source>Count from the front: a query has no negative index.</source>
        <translation>Cuenta desde el principio: una consulta no tiene índices negativos.</translation>
    </message>
    <message>
        <source>%1 must come before the slice [].</source>
        <translation>%1 tiene que ir antes del corte [].</translation>
    </message>
    <message>
        <source>%1 does not work after values() or values_list().</source>
        <translation>%1 no funciona después de values() o values_list().</translation>
    </message>
    <message>
        <source>flat=True works with exactly one field.</source>
        <translation>flat=True solo funciona con un único campo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not lead to another model.</source>
        <translation>«%1» no lleva a otro modelo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an aggregate like Count or Sum.</source>
        <translation>«%1» tiene que ser un agregado como Count o Sum.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an aggregate of an aggregate.</source>
        <translation>«%1» es un agregado de otro agregado.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no longer there after values().</source>
        <translation>«%1» ya no está después de values().</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to another model; only fields of the model itself can be used here.</source>
        <translation>«%1» es de otro modelo; aquí solo valen los campos del propio modelo.</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be mixed.</source>
        <translation>%1 y %2 no se pueden mezclar.</translation>
    </message>
    <message>
        <source>The other ORM has no plain way to say %1.</source>
        <translation>El otro ORM no tiene una forma sencilla de decir %1.</translation>
    </message>
    <message>
        <source>%2 is no value for &quot;%1&quot; (%3).</source>
        <translation>%2 no es un valor para «%1» (%3).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be used with None.</source>
        <translation>«%1» no se puede usar con None.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>«%1» tiene que ser una lista.</translation>
    </message>
    <message>
        <source>The value &quot;%1&quot; is missing.</source>
        <translation>Falta el valor «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes an object here. With a key, write %1_id.</source>
        <translation>«%1» lleva aquí un objeto. Con una clave, escribe %1_id.</translation>
    </message>
    <message>
        <source>There is no %1 like that.</source>
        <translation>No hay ningún %1 así.</translation>
    </message>
    <message>
        <source>get() wants exactly one %1, but found %2.</source>
        <translation>get() quiere exactamente un %1, pero ha encontrado %2.</translation>
    </message>
    <message>
        <source>There are not so many rows.</source>
        <translation>No hay tantas filas.</translation>
    </message>
    <message>
        <source>This %1 cannot be deleted: %2 still refers to it.</source>
        <translation>Este %1 no se puede borrar: %2 todavía se refiere a él.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a name here. Use letters, digits and single _.</source>
        <translation>«%1» no puede ser un nombre aquí. Usa letras, cifras y _ sueltos.</translation>
    </message>
    <message>
        <source>There is a &quot;%1&quot; already.</source>
        <translation>Ya hay un «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot become empty: set_null needs &quot;null&quot;: true.</source>
        <translation>«%1» no puede quedar vacío: set_null necesita &quot;null&quot;: true.</translation>
    </message>
    <message>
        <source>%2 cannot be the default of &quot;%1&quot;.</source>
        <translation>%2 no puede ser el valor por defecto de «%1».</translation>
    </message>
    <message>
        <source>No migration is called &quot;%1&quot;.</source>
        <translation>Ninguna migración se llama «%1».</translation>
    </message>
    <message>
        <source>The migration &quot;%1&quot; was applied before one that stands ahead of it.</source>
        <translation>La migración «%1» se aplicó antes que una que va delante de ella.</translation>
    </message>
    <message>
        <source>The new field &quot;%1&quot; of %2 needs a default: rows are there already (%3).</source>
        <translation>El campo nuevo «%1» de %2 necesita un valor por defecto: ya hay filas (%3).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of %2 is still empty in some rows (%3).</source>
        <translation>«%1» de %2 todavía está vacío en algunas filas (%3).</translation>
    </message>
    <message>
        <source>A row of the table %1 would refer to nothing.</source>
        <translation>Una fila de la tabla %1 no se referiría a nada.</translation>
    </message>
    <message>
        <source>%1 is still needed: %2 refers to it.</source>
        <translation>%1 todavía hace falta: %2 se refiere a él.</translation>
    </message>
    <message>
        <source>The relation &quot;%1&quot; cannot become something else. Remove it and add a new field.</source>
        <translation>La relación «%1» no se puede convertir en otra cosa. Quítala y añade un campo nuevo.</translation>
    </message>
    <message>
        <source>The key of %1 cannot be changed.</source>
        <translation>La clave de %1 no se puede cambiar.</translation>
    </message>
    <message>
        <source>This migration cannot be undone: what it removed is gone.</source>
        <translation>Esta migración no se puede deshacer: lo que quitó ya no está.</translation>
    </message>
    <message>
        <source>No operator is called &quot;%1&quot;.</source>
        <translation>Ningún operador se llama «%1».</translation>
    </message>
    <message>
        <source>The filter is wrong at &quot;%1&quot;.</source>
        <translation>El filtro tiene un error en «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be changed like this.</source>
        <translation>«%1» no se puede cambiar así.</translation>
    </message>
    <message>
        <source>A document with &quot;%1&quot; = %2 is there already, and it must be unique.</source>
        <translation>Ya hay un documento con «%1» = %2, y tiene que ser único.</translation>
    </message>
    <message>
        <source>A document is an object in braces {}.</source>
        <translation>Un documento es un objeto entre llaves {}.</translation>
    </message>
    <message>
        <source>Hashing the password takes more memory than there is.</source>
        <translation>El hash de la contraseña necesita más memoria de la que hay.</translation>
    </message>
    <message>
        <source>No database is connected.</source>
        <translation>No hay ninguna base de datos conectada.</translation>
    </message>
    <message>
        <source>No key-value store is connected.</source>
        <translation>No hay ningún almacén de claves y valores conectado.</translation>
    </message>
    <message>
        <source>No document store is connected.</source>
        <translation>No hay ningún almacén de documentos conectado.</translation>
    </message>
    <message>
        <source>There is no connection to the service &quot;%1&quot;.</source>
        <translation>No hay conexión con el servicio «%1».</translation>
    </message>
    <message>
        <source>The service &quot;%1&quot; gave no good answer.</source>
        <translation>El servicio «%1» no ha dado una respuesta buena.</translation>
    </message>
    <message>
        <source>Nothing is connected that could answer.</source>
        <translation>No hay nada conectado que pueda responder.</translation>
    </message>
    <message>
        <source>There is no connection to the site &quot;%1&quot;.</source>
        <translation>No hay conexión con el sitio «%1».</translation>
    </message>
    <message>
        <source>There is no connection &quot;%1&quot; to listen to.</source>
        <translation>No hay ninguna conexión «%1» que escuchar.</translation>
    </message>
    <message>
        <source>No row fits.</source>
        <translation>Ninguna fila encaja.</translation>
    </message>
    <message>
        <source>No document fits.</source>
        <translation>Ningún documento encaja.</translation>
    </message>
    <message>
        <source>The row has no column &quot;%1&quot; that tells the owner.</source>
        <translation>La fila no tiene ninguna columna «%1» que diga de quién es.</translation>
    </message>
    <message>
        <source>Signing in needs the middleware &quot;session&quot;.</source>
        <translation>Para iniciar sesión hace falta el middleware «session».</translation>
    </message>
    <message>
        <source>Tokens need the middleware &quot;token&quot;.</source>
        <translation>Los tokens necesitan el middleware «token».</translation>
    </message>
    <message>
        <source>The identity provider shows no key to check its signature with.</source>
        <translation>El proveedor de identidad no muestra ninguna clave para comprobar su firma.</translation>
    </message>
    <message>
        <source>This is no item that fits the table: %1</source>
        <translation>Este elemento no encaja en la tabla: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be both the partition key and the sort key.</source>
        <translation>«%1» no puede ser a la vez la clave de partición y la clave de orden.</translation>
    </message>
    <message>
        <source>A subscription names either a channel or a pattern.</source>
        <translation>Una suscripción nombra un canal o un patrón.</translation>
    </message>
    <message>
        <source>No partitioned table is connected.</source>
        <translation>No hay ninguna tabla particionada conectada.</translation>
    </message>
    <message>
        <source>There is no such item.</source>
        <translation>No existe ese elemento.</translation>
    </message>
    <message>
        <source>There is no such transaction.</source>
        <translation>No existe esa transacción.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no version. Write numbers with dots, as in 2 or 1.10; a default may also be latest or required.</source>
        <translation>«%1» no es una versión. Escribe números con puntos, como 2 o 1.10; el valor por omisión también puede ser latest o required.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand for versions in a request. Write a word of letters, digits and dashes.</source>
        <translation>«%1» no puede nombrar versiones en una petición. Escribe una palabra de letras, cifras y guiones.</translation>
    </message>
    <message>
        <source>No route is of version %1. There are: %2.</source>
        <translation>Ninguna ruta es de la versión %1. Hay: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day. Write year, month and day: 2026-01-01.</source>
        <translation>«%1» no es un día. Escribe año, mes y día: 2026-01-01.</translation>
    </message>
    <message>
        <source>No task queue is connected.</source>
        <translation>No hay ninguna cola de tareas conectada.</translation>
    </message>
    <message>
        <source>The task queue does not answer.</source>
        <translation>La cola de tareas no contesta.</translation>
    </message>
    <message>
        <source>There is no such task.</source>
        <translation>No existe esa tarea.</translation>
    </message>
    <message>
        <source>The app server&apos;s own tasks have none called &quot;%1&quot;.</source>
        <translation>Entre las tareas propias del servidor no hay ninguna llamada «%1».</translation>
    </message>
    <message>
        <source>The task &quot;%1&quot; has failed.</source>
        <translation>La tarea «%1» ha fallado.</translation>
    </message>
    <message>
        <source>What follows a task needs &quot;sql&quot;, &quot;call&quot; or &quot;publish&quot;.</source>
        <translation>Lo que sigue a una tarea necesita «sql», «call» o «publish».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no schedule (%2). Write five fields, as &quot;0 6 * * mon&quot;, or &quot;every 30 s&quot;.</source>
        <translation>«%1» no es un horario (%2). Escribe cinco campos, como «0 6 * * mon», o «every 30 s».</translation>
    </message>
    <message>
        <source>The schedule &quot;%1&quot; never comes.</source>
        <translation>El horario «%1» no llega nunca.</translation>
    </message>
    <message>
        <source>A line of a schedule needs &quot;at&quot; or &quot;between&quot;, not both.</source>
        <translation>Una línea de un horario necesita «at» o «between», no los dos.</translation>
    </message>
    <message>
        <source>No message with the delivery tag %1 is waiting for an answer.</source>
        <translation>Ningún mensaje con la etiqueta de entrega %1 espera respuesta.</translation>
    </message>
    <message>
        <source>A rule for rows needs &quot;load&quot; or &quot;store&quot;.</source>
        <translation>Una regla de filas necesita «load» o «store».</translation>
    </message>
    <message>
        <source>A WebSocket begins with GET, not with %1.</source>
        <translation>Un WebSocket empieza con GET, no con %1.</translation>
    </message>
    <message>
        <source>The handshake has no Host.</source>
        <translation>El saludo no tiene Host.</translation>
    </message>
    <message>
        <source>It does not say &quot;Upgrade: websocket&quot;.</source>
        <translation>No dice «Upgrade: websocket».</translation>
    </message>
    <message>
        <source>It does not say &quot;Connection: Upgrade&quot;.</source>
        <translation>No dice «Connection: Upgrade».</translation>
    </message>
    <message>
        <source>The Sec-WebSocket-Key is not 16 bytes in Base64.</source>
        <translation>Sec-WebSocket-Key no son 16 bytes en Base64.</translation>
    </message>
    <message>
        <source>It asks for version &quot;%1&quot; of the WebSocket protocol; there is only 13.</source>
        <translation>Pide la versión «%1» del protocolo WebSocket; solo existe la 13.</translation>
    </message>
    <message>
        <source>The handshake was answered with %1 and not with 101.</source>
        <translation>El saludo recibió %1 y no 101.</translation>
    </message>
    <message>
        <source>The Sec-WebSocket-Accept does not belong to the key.</source>
        <translation>Sec-WebSocket-Accept no corresponde a la clave.</translation>
    </message>
    <message>
        <source>The frame has a reserved bit set.</source>
        <translation>La trama tiene activo un bit reservado.</translation>
    </message>
    <message>
        <source>There is no kind of frame with number %1.</source>
        <translation>No hay ningún tipo de trama con el número %1.</translation>
    </message>
    <message>
        <source>A ping, pong or close has more than 125 bytes.</source>
        <translation>Un ping, pong o close tiene más de 125 bytes.</translation>
    </message>
    <message>
        <source>A ping, pong or close comes in fragments.</source>
        <translation>Un ping, pong o close viene en fragmentos.</translation>
    </message>
    <message>
        <source>The frame&apos;s length is not written in its shortest form.</source>
        <translation>La longitud de la trama no está escrita en su forma más corta.</translation>
    </message>
    <message>
        <source>A client&apos;s frame has no mask, or a server&apos;s frame has one.</source>
        <translation>Una trama de cliente no tiene máscara, o una de servidor la tiene.</translation>
    </message>
    <message>
        <source>The message has %1 bytes, which is too many.</source>
        <translation>El mensaje tiene %1 bytes, que son demasiados.</translation>
    </message>
    <message>
        <source>The close code %1 must not be sent.</source>
        <translation>El código de cierre %1 no se debe enviar.</translation>
    </message>
    <message>
        <source>The close code is cut off.</source>
        <translation>El código de cierre está cortado.</translation>
    </message>
    <message>
        <source>The text is not valid UTF-8.</source>
        <translation>El texto no es UTF-8 válido.</translation>
    </message>
    <message>
        <source>A fragment continues a message that never began.</source>
        <translation>Un fragmento continúa un mensaje que nunca empezó.</translation>
    </message>
    <message>
        <source>A new message begins before the last one has ended.</source>
        <translation>Empieza un mensaje nuevo antes de que acabe el anterior.</translation>
    </message>
    <message>
        <source>No comparison has the id &quot;%1&quot;.</source>
        <translation>Ninguna comparación tiene el identificador «%1».</translation>
    </message>
    <message>
        <source>An event of the kind &quot;%1&quot; has no status.</source>
        <translation>Un suceso del tipo «%1» no tiene estado.</translation>
    </message>
    <message>
        <source>The glossary has no term &quot;%1&quot;.</source>
        <translation>El glosario no tiene el término «%1».</translation>
    </message>
    <message>
        <source>There is a lesson with the id &quot;%1&quot; already; give this one another id.</source>
        <translation>Ya hay una lección con el id «%1»; dale otro id a esta.</translation>
    </message>
    <message>
        <source>A learner needs a name.</source>
        <translation>Un alumno necesita un nombre.</translation>
    </message>
    <message>
        <source>The name is too long; %1 characters are the most.</source>
        <translation>El nombre es demasiado largo; %1 caracteres son el máximo.</translation>
    </message>
    <message>
        <source>There is a learner called %1 already.</source>
        <translation>Ya hay un alumno llamado %1.</translation>
    </message>
    <message>
        <source>The learner is gone, but this damaged file could not be deleted. Please delete it yourself: %1</source>
        <translation>Ya no queda nada del alumno en el programa, pero este archivo dañado no se pudo borrar. Bórralo a mano: %1</translation>
    </message>
    <message>
        <source>There is no learner called %1.</source>
        <translation>No hay ningún alumno llamado %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>No se pudo escribir %1: %2.</translation>
    </message>
    <message>
        <source>%1 is joined with nobody: it will never have anything to do.</source>
        <translation>%1 no está unido con nadie: nunca tendrá nada que hacer.</translation>
    </message>
    <message>
        <source>No worker takes from &quot;%1&quot;. Add a Worker and join it.</source>
        <translation>Ningún trabajador recoge de «%1». Añade un trabajador y únelo.</translation>
    </message>
    <message>
        <source>%1 has no server to hand requests to. Join it with one.</source>
        <translation>%1 no tiene ningún servidor al que pasar peticiones. Únelo con uno.</translation>
    </message>
    <message>
        <source>%1 may grow without end. Give it a longest length, so that it refuses in time.</source>
        <translation>%1 puede crecer sin fin. Dale una longitud máxima, para que rechace a tiempo.</translation>
    </message>
    <message>
        <source>Passwords cross the line from %1 to %2 in the open. Switch on TLS there.</source>
        <translation>Las contraseñas cruzan a la vista la línea de %1 a %2. Activa TLS en ella.</translation>
    </message>
    <message>
        <source>%1 tries again %2 times without a pause: when something is slow, that makes it slower. Give it a pause.</source>
        <translation>%1 lo intenta de nuevo %2 veces sin pausa: si algo va lento, así irá más lento. Dale una pausa.</translation>
    </message>
    <message>
        <source>The handlers of %1 ask a database, but it is joined with none.</source>
        <translation>Los manejadores de %1 preguntan a una base de datos, pero no está unido con ninguna.</translation>
    </message>
    <message>
        <source>The handlers of %1 put tasks into a queue, but it is joined with none.</source>
        <translation>Los manejadores de %1 ponen tareas en una cola, pero no está unido con ninguna.</translation>
    </message>
    <message>
        <source>There is no list called &quot;%1&quot; to go through.</source>
        <translation>No hay ninguna lista llamada «%1» que recorrer.</translation>
    </message>
    <message>
        <source>The condition ends too early: something must follow.</source>
        <translation>La condición termina demasiado pronto: tiene que seguir algo.</translation>
    </message>
</context>
<context>
    <name>ProgressStore</name>
    <message>
        <source>Your progress cannot be kept: the folder %1 cannot be written.</source>
        <translation>Tu progreso no se puede guardar: no se puede escribir en la carpeta %1.</translation>
    </message>
    <message>
        <source>The file with your progress could not be read. It was set aside as %1, and a new one was begun.</source>
        <translation>El archivo con tu progreso no se pudo leer. Se apartó como %1 y se empezó uno nuevo.</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
</context>
<context>
    <name>StartupOptions</name>
    <message>
        <source>&quot;%1&quot; is no size; write one like 1440x900.</source>
        <translation>«%1» no es un tamaño; escribe uno como 1440x900.</translation>
    </message>
    <message>
        <source>Show the lesson in its everyday picture.</source>
        <translation>Mostrar la lección en su imagen cotidiana.</translation>
    </message>
    <message>
        <source>Shows how a backend works, one request at a time.</source>
        <translation>Muestra cómo funciona un backend, petición a petición.</translation>
    </message>
    <message>
        <source>Lesson to open: its id, or a folder with one.</source>
        <translation>Lección que abrir: su identificador, o una carpeta con una.</translation>
    </message>
    <message>
        <source>Step of the lesson, from 1.</source>
        <translation>Paso de la lección, desde 1.</translation>
    </message>
    <message>
        <source>Size of the window in pixels.</source>
        <translation>Tamaño de la ventana en píxeles.</translation>
    </message>
    <message>
        <source>Write a picture of the window and quit.</source>
        <translation>Guardar una imagen de la ventana y salir.</translation>
    </message>
    <message>
        <source>Print time and memory until the window can be used, and quit.</source>
        <translation>Mostrar tiempo y memoria hasta que la ventana se puede usar, y salir.</translation>
    </message>
    <message>
        <source>--step takes a number from 1.</source>
        <translation>--step lleva un número desde 1.</translation>
    </message>
    <message>
        <source>--theme takes light, dark or projector.</source>
        <translation>--theme lleva light, dark o projector.</translation>
    </message>
    <message>
        <source>--lang takes en or es.</source>
        <translation>--lang lleva en o es.</translation>
    </message>
    <message>
        <source>--step needs --lesson.</source>
        <translation>--step necesita --lesson.</translation>
    </message>
    <message>
        <source>Folder with lessons of your own.</source>
        <translation>Carpeta con lecciones tuyas.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>No existe la carpeta %1.</translation>
    </message>
    <message>
        <source>Open a document in the sandbox; &quot;new&quot; for an empty one.</source>
        <translation>Abrir un documento en el taller; «new» para uno vacío.</translation>
    </message>
    <message>
        <source>Challenge to open in the sandbox: its id, or a file with one.</source>
        <translation>Reto que abrir en el taller: su id, o un archivo con uno.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Ask it directly</source>
        <translation>Preguntarle directamente</translation>
    </message>
    <message>
        <source>Send request</source>
        <translation>Enviar petición</translation>
    </message>
    <message>
        <source>Send many requests</source>
        <translation>Enviar muchas peticiones</translation>
    </message>
    <message>
        <source>Empty the browser&apos;s cache</source>
        <translation>Vaciar la caché del navegador</translation>
    </message>
    <message>
        <source>Empty the cache</source>
        <translation>Vaciar la caché</translation>
    </message>
    <message>
        <source>Remove one entry</source>
        <translation>Quitar una entrada</translation>
    </message>
    <message>
        <source>Guess passwords</source>
        <translation>Adivinar contraseñas</translation>
    </message>
    <message>
        <source>Use the stolen cookie</source>
        <translation>Usar la cookie robada</translation>
    </message>
    <message>
        <source>Send what was overheard again</source>
        <translation>Enviar otra vez lo escuchado</translation>
    </message>
    <message>
        <source>Try injections</source>
        <translation>Probar inyecciones</translation>
    </message>
    <message>
        <source>Flood</source>
        <translation>Inundar</translation>
    </message>
    <message>
        <source>Forge a token</source>
        <translation>Falsificar un token</translation>
    </message>
    <message>
        <source>Lie in wait for a code</source>
        <translation>Acechar un código</translation>
    </message>
    <message>
        <source>Use the fingerprint</source>
        <translation>Usar la huella</translation>
    </message>
    <message>
        <source>Forget cookies and tokens</source>
        <translation>Olvidar cookies y tokens</translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation>Migrar</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>Arrancar</translation>
    </message>
    <message>
        <source>Restart it</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Slow it down</source>
        <translation>Hacer más lento</translation>
    </message>
    <message>
        <source>Purge everything</source>
        <translation>Vaciarlo todo</translation>
    </message>
    <message>
        <source>Purge one address</source>
        <translation>Quitar una dirección</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Añadir una tarea</translation>
    </message>
    <message>
        <source>Throw all waiting tasks away</source>
        <translation>Tirar todas las tareas en espera</translation>
    </message>
    <message>
        <source>Put dead letters back in line</source>
        <translation>Devolver las cartas muertas a la cola</translation>
    </message>
    <message>
        <source>Take no more tasks</source>
        <translation>No tomar más tareas</translation>
    </message>
    <message>
        <source>Take tasks again</source>
        <translation>Volver a tomar tareas</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>Decir algo</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>Editar el texto</translation>
    </message>
    <message>
        <source>Move in the game</source>
        <translation>Moverse en el juego</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Vanish without a word</source>
        <translation>Desaparecer sin avisar</translation>
    </message>
    <message>
        <source>Let them come</source>
        <translation>Que vengan</translation>
    </message>
    <message>
        <source>Send them home</source>
        <translation>Mandarlos a casa</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 no se puede leer: %2.</translation>
    </message>
    <message>
        <source>This lesson has no analogy.</source>
        <translation>Esta lección no tiene analogía.</translation>
    </message>
    <message>
        <source>check needs a scene, a lesson or a challenge.</source>
        <translation>check necesita una escena, una lección o un reto.</translation>
    </message>
    <message>
        <source>%1: no problems</source>
        <translation>%1: sin problemas</translation>
    </message>
    <message>
        <source>play LESSON [--lang en|es] [--analogy]
  Tells a lesson as text: every step, what is done in it, and what then
  happens. LESSON is a built-in lesson&apos;s id or a folder. --analogy tells it in
  the lesson&apos;s everyday picture.</source>
        <translation>play LECCIÓN [--lang en|es] [--analogy]
  Cuenta una lección como texto: cada paso, lo que se hace en él y lo que
  pasa después. LECCIÓN es el identificador de una lección incluida o una carpeta.
  --analogy la cuenta en su imagen cotidiana.</translation>
    </message>
    <message>
        <source>run SCENE [--seed N] [--duration T] [--warmup T] [--replications K]
          [--report text|json]
  Simulates a scene and prints, per station and class: mean response time W
  and wait Wq, mean number present L and waiting Lq, percentiles of the
  response time, P(wait), P(block), utilisation and throughput. Times are
  written like &quot;60 s&quot; or as seconds, and printed in seconds. With several
  replications the seeds are N, N+1 ..., and json tells standard errors.</source>
        <translation>run ESCENA [--seed N] [--duration T] [--warmup T] [--replications K]
          [--report text|json]
  Simula una escena e imprime, por estación y clase: tiempo medio de respuesta W
  y de espera Wq, número medio presente L y en cola Lq, percentiles del tiempo
  de respuesta, P(espera), P(bloqueo), utilización y caudal. Los tiempos se
  escriben como &quot;60 s&quot; o en segundos, y se imprimen en segundos. Con varias
  réplicas las semillas son N, N+1 ..., y json da los errores estándar.</translation>
    </message>
    <message>
        <source>check FILE...
  Reads scenes, lessons and challenges and lists what is wrong, where,
  and how to mend it. Exit code 1 when there are problems.</source>
        <translation>check ARCHIVO...
  Lee escenas, lecciones y retos y enumera qué está mal, dónde
  y cómo arreglarlo. El código de salida es 1 si hay problemas.</translation>
    </message>
    <message>
        <source>roundtrip-cli: how a backend works, without a window
</source>
        <translation>roundtrip-cli: cómo funciona un backend, sin ventana
</translation>
    </message>
    <message>
        <source>roundtrip-cli --version, --help, help COMMAND</source>
        <translation>roundtrip-cli --version, --help, help ORDEN</translation>
    </message>
    <message>
        <source>there is no command &quot;%1&quot;. Try roundtrip-cli --help.</source>
        <translation>no hay ninguna orden «%1». Prueba roundtrip-cli --help.</translation>
    </message>
    <message>
        <source>play needs one lesson. There are: %1</source>
        <translation>play necesita una lección. Hay: %1</translation>
    </message>
    <message>
        <source>This lesson does not speak &quot;%1&quot;.</source>
        <translation>Esta lección no habla «%1».</translation>
    </message>
    <message>
        <source>run needs one scene.</source>
        <translation>run necesita una escena.</translation>
    </message>
    <message>
        <source>--duration and --warmup take a duration like &quot;60 s&quot;, or seconds.</source>
        <translation>--duration y --warmup llevan una duración como &quot;60 s&quot;, o segundos.</translation>
    </message>
    <message>
        <source>--seed and --replications take whole numbers, --report json or text.</source>
        <translation>--seed y --replications llevan números enteros; --report, json o text.</translation>
    </message>
    <message>
        <source>%1: line %2: write a name, or a name, a comma and a size in bytes, like &quot;photo.jpg,1024&quot;.</source>
        <translation>%1: línea %2: escribe un nombre, o un nombre, una coma y un tamaño en bytes, como «photo.jpg,1024».</translation>
    </message>
    <message>
        <source>cache-replay needs one trace.</source>
        <translation>cache-replay necesita un registro.</translation>
    </message>
    <message>
        <source>--policy takes lru, lfu, fifo, random or sieve.</source>
        <translation>--policy admite lru, lfu, fifo, random o sieve.</translation>
    </message>
    <message>
        <source>--capacity takes bytes from 1 on, like 65536, 64K, 64M or 2G.</source>
        <translation>--capacity admite bytes desde 1, como 65536, 64K, 64M o 2G.</translation>
    </message>
    <message>
        <source>--capacity takes a whole number from 1 on.</source>
        <translation>--capacity admite un número entero desde 1.</translation>
    </message>
    <message>
        <source>--seed takes a whole number.</source>
        <translation>--seed admite un número entero.</translation>
    </message>
    <message>
        <source>cache-replay TRACE --policy P --capacity N [--bytes] [--seed S]
  Counts how often a cache would have missed. TRACE has a request a line: a
  name, a comma and a size in bytes (1 when it is not said); empty lines and
  lines that begin with # say nothing. P is lru, lfu, fifo, random or sieve.
  N counts entries, with --bytes it counts bytes, like 65536, 64K, 64M or
  2G. Prints requests, misses, and ratio, the share of requests that missed.
  S is for random.</source>
        <translation>cache-replay TRACE --policy P --capacity N [--bytes] [--seed S]
  Cuenta cuántas veces habría fallado una caché. TRACE tiene una petición por
  línea: un nombre, una coma y un tamaño en bytes (1 si no se dice); las líneas
  vacías y las que empiezan por # no dicen nada. P es lru, lfu, fifo, random o
  sieve. N cuenta entradas; con --bytes cuenta bytes, como 65536, 64K, 64M o
  2G. Escribe requests, misses y ratio, la parte de peticiones que fallaron.
  S es para random.</translation>
    </message>
    <message>
        <source>   So the answer is: %1</source>
        <translation>   Así que la respuesta es: %1</translation>
    </message>
    <message>
        <source>results [--learner NAME] [--format csv|xapi] [--folder FOLDER]
  Prints what the learners of this computer have done in the program: steps,
  predictions, closing questions; as a table, or as xAPI 1.0.3 statements.
  FOLDER holds progress.sqlite, when it is not where the program keeps it.</source>
        <translation>results [--learner NOMBRE] [--format csv|xapi] [--folder CARPETA]
  Muestra lo que los alumnos de este ordenador han hecho en el programa: pasos,
  predicciones y preguntas finales; como tabla o como declaraciones xAPI 1.0.3.
  CARPETA contiene progress.sqlite, si no está donde el programa lo guarda.</translation>
    </message>
    <message>
        <source>results takes only options.</source>
        <translation>results solo admite opciones.</translation>
    </message>
    <message>
        <source>--format takes csv or xapi.</source>
        <translation>--format admite csv o xapi.</translation>
    </message>
    <message>
        <source>nobody has learned here yet: there is no %1.</source>
        <translation>aquí nadie ha aprendido todavía: no existe %1.</translation>
    </message>
    <message>
        <source>%1 of %2 goals, %3 an hour, %4 stars, score %5</source>
        <translation>%1 de %2 metas, %3 por hora, %4 estrellas, %5 puntos</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>sin juzgar</translation>
    </message>
    <message>
        <source>grade needs a challenge and at least one solution.</source>
        <translation>grade necesita un reto y al menos una solución.</translation>
    </message>
    <message>
        <source>--report takes text, csv or json.</source>
        <translation>--report admite text, csv o json.</translation>
    </message>
    <message>
        <source>--seeds takes whole numbers with commas between.</source>
        <translation>--seeds admite números enteros separados por comas.</translation>
    </message>
    <message>
        <source>grade CHALLENGE FILE... [--seeds 1,2,3] [--report text|csv|json]
  Judges solutions of a challenge: which goals each meets, what it costs an
  hour, its stars (0 to 3) and its score (0 to 100). CHALLENGE is a built-in
  challenge&apos;s id or a file; FILE is a scene, or a folder of scenes. A goal
  counts when it is met with every seed. The same files and seeds always get
  the same marks. Exit code 1 when a file could not be judged.</source>
        <translation>grade RETO ARCHIVO... [--seeds 1,2,3] [--report text|csv|json]
  Juzga soluciones de un reto: qué metas cumple cada una, cuánto cuesta por
  hora, sus estrellas (0 a 3) y sus puntos (0 a 100). RETO es el id de un reto
  incluido o un archivo; ARCHIVO es una escena o una carpeta de escenas. Una
  meta cuenta cuando se cumple con todas las semillas. Los mismos archivos y
  semillas reciben siempre las mismas notas. Código de salida 1 cuando un
  archivo no se pudo juzgar.</translation>
    </message>
</context>
<context>
    <name>gauges</name>
    <message>
        <source>{value} of {capacity} workers busy</source>
        <translation>{value} de {capacity} ocupados</translation>
    </message>
    <message>
        <source>{value} in line</source>
        <translation>{value} en cola</translation>
    </message>
    <message>
        <source>{value} waiting for an answer</source>
        <translation>{value} a la espera</translation>
    </message>
    <message>
        <source>answers kept: {value}</source>
        <translation>copias guardadas: {value}</translation>
    </message>
    <message>
        <source>{value} of {capacity} keys</source>
        <translation>{value} de {capacity} claves</translation>
    </message>
    <message>
        <source>hit ratio {value} % so far</source>
        <translation>aciertos: {value} %</translation>
    </message>
    <message>
        <source>{value} have left</source>
        <translation>salidas: {value}</translation>
    </message>
    <message>
        <source>{value} in service</source>
        <translation>{value} en servicio</translation>
    </message>
    <message>
        <source>{value} of {capacity} connections</source>
        <translation>{value} de {capacity} conexiones</translation>
    </message>
    <message>
        <source>secrets in hand: {value}</source>
        <translation>secretos en mano: {value}</translation>
    </message>
    <message>
        <source>documents: {value}</source>
        <translation>documentos: {value}</translation>
    </message>
    <message>
        <source>secrets overheard: {value}</source>
        <translation>secretos escuchados: {value}</translation>
    </message>
    <message>
        <source>asked this minute: {value}</source>
        <translation>pedidas este minuto: {value}</translation>
    </message>
    <message>
        <source>charges made: {value}</source>
        <translation>cobros hechos: {value}</translation>
    </message>
    <message>
        <source>passkeys known: {value}</source>
        <translation>llaves conocidas: {value}</translation>
    </message>
    <message>
        <source>keys: {value}</source>
        <translation>claves: {value}</translation>
    </message>
    <message>
        <source>items: {value}</source>
        <translation>elementos: {value}</translation>
    </message>
    <message>
        <source>{value} refused for their rate</source>
        <translation>rechazadas por su ritmo: {value}</translation>
    </message>
    <message>
        <source>changes behind: {value}</source>
        <translation>cambios pendientes: {value}</translation>
    </message>
    <message>
        <source>{value} of {capacity} from the pool</source>
        <translation>{value} de {capacity} de la reserva</translation>
    </message>
    <message>
        <source>rows in users: {value}</source>
        <translation>filas en users: {value}</translation>
    </message>
    <message>
        <source>{value} on their way</source>
        <translation>{value} en camino</translation>
    </message>
    <message>
        <source>{value} of {capacity} servers well</source>
        <translation>{value} de {capacity} servidores bien</translation>
    </message>
    <message>
        <source>{value} let through</source>
        <translation>pasan: {value}</translation>
    </message>
    <message>
        <source>{value} refused</source>
        <translation>rechazadas: {value}</translation>
    </message>
    <message>
        <source>{value} of {capacity} answers</source>
        <translation>{value} de {capacity} respuestas</translation>
    </message>
    <message>
        <source>tasks put in line: {value}</source>
        <translation>tareas puestas en cola: {value}</translation>
    </message>
    <message>
        <source>{value} left out</source>
        <translation>saltadas: {value}</translation>
    </message>
    <message>
        <source>tasks in line: {value}</source>
        <translation>tareas en cola: {value}</translation>
    </message>
    <message>
        <source>{value} with workers</source>
        <translation>{value} con trabajadores</translation>
    </message>
    <message>
        <source>dead letters: {value}</source>
        <translation>cartas muertas: {value}</translation>
    </message>
    <message>
        <source>{value} of {capacity} processes busy</source>
        <translation>{value} de {capacity} ocupados</translation>
    </message>
    <message>
        <source>{value} done</source>
        <translation>tareas hechas: {value}</translation>
    </message>
    <message>
        <source>{value} given up</source>
        <translation>abandonadas: {value}</translation>
    </message>
    <message>
        <source>{value} not yet written</source>
        <translation>{value} sin escribir</translation>
    </message>
    <message>
        <source>{value} of {capacity} lines open</source>
        <translation>{value} de {capacity} líneas</translation>
    </message>
    <message>
        <source>messages heard: {value}</source>
        <translation>mensajes oídos: {value}</translation>
    </message>
    <message>
        <source>{value} ms old on average</source>
        <translation>antigüedad: {value} ms</translation>
    </message>
    <message>
        <source>requests made: {value}</source>
        <translation>peticiones hechas: {value}</translation>
    </message>
    <message>
        <source>{value} kB to and fro</source>
        <translation>{value} kB de ida y vuelta</translation>
    </message>
    <message>
        <source>rooms: {value}</source>
        <translation>salas: {value}</translation>
    </message>
    <message>
        <source>messages so far: {value}</source>
        <translation>mensajes: {value}</translation>
    </message>
    <message>
        <source>load now: {value}</source>
        <translation>carga ahora: {value}</translation>
    </message>
    <message>
        <source>{value} % failed</source>
        <translation>{value} % fallidas</translation>
    </message>
    <message>
        <source>{value} sent on</source>
        <translation>enviados: {value}</translation>
    </message>
    <message>
        <source>{value} split</source>
        <translation>divididos: {value}</translation>
    </message>
    <message>
        <source>{value} incomplete</source>
        <translation>incompletos: {value}</translation>
    </message>
    <message>
        <source>{value} will try again</source>
        <translation>lo intentarán otra vez: {value}</translation>
    </message>
    <message>
        <source>{value} waiting for a token</source>
        <translation>esperan una ficha: {value}</translation>
    </message>
    <message>
        <source>{value} of {capacity} pages on the disk</source>
        <translation>{value} de {capacity} páginas en el disco</translation>
    </message>
</context>
<context>
    <name>parameters</name>
    <message>
        <source>As SQL calls it: orders.</source>
        <translation>Como la llama SQL: orders.</translation>
    </message>
    <message>
        <source>How many are drawn at the start.</source>
        <translation>Cuántas se sortean al principio.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Tables with rows</source>
        <translation>Tablas con filas</translation>
    </message>
    <message>
        <source>Tables that are made at the start and filled with drawn rows, beside users. One that is added later is made at once.</source>
        <translation>Tablas que se crean al principio y se llenan con filas sorteadas, además de users. La que se añade más tarde se crea al momento.</translation>
    </message>
    <message>
        <source>A line each, its name and what it holds: key; person, email, city, words; number from 1 to 9; price from 5 to 90; day from 2026-01-01 to 2026-06-30; one of new, paid; yes in 20 %; any of users. Behind a comma: unique, indexed, empty in 10 %.</source>
        <translation>Una línea por columna, con su nombre y lo que contiene: key; person, email, city, words; number from 1 to 9; price from 5 to 90; day from 2026-01-01 to 2026-06-30; one of new, paid; yes in 20 %; any of users. Tras una coma: unique, indexed, empty in 10 %.</translation>
    </message>
    <message>
        <source>What you type</source>
        <translation>Lo que escribes</translation>
    </message>
    <message>
        <source>Statements in SQL, or one expression of the ORM: Book.objects.filter(price__lt=10).</source>
        <translation>Instrucciones en SQL, o una expresión del ORM: Book.objects.filter(price__lt=10).</translation>
    </message>
    <message>
        <source>orm: in the words of Django, with the models of this database.</source>
        <translation>orm: con las palabras de Django y los modelos de esta base de datos.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Trabajadores</translation>
    </message>
    <message>
        <source>How many requests it can work on at the same time.</source>
        <translation>Cuántas peticiones puede atender a la vez.</translation>
    </message>
    <message>
        <source>Time to read a request</source>
        <translation>Tiempo de leer una petición</translation>
    </message>
    <message>
        <source>Parsing and routing, before the handler starts.</source>
        <translation>Leer y encaminar, antes de que empiece el manejador.</translation>
    </message>
    <message>
        <source>Use the cache</source>
        <translation>Usar la caché</translation>
    </message>
    <message>
        <source>Off: every request goes to the database.</source>
        <translation>Sin ella, toda petición va a la base de datos.</translation>
    </message>
    <message>
        <source>Remove the copy when data changes</source>
        <translation>Quitar la copia si los datos cambian</translation>
    </message>
    <message>
        <source>On: an update deletes the cached copy, the next read is fresh.</source>
        <translation>Con esto, un cambio borra la copia y la siguiente lectura es fresca.</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Rutas</translation>
    </message>
    <message>
        <source>Which address runs which handler; first match wins.</source>
        <translation>Qué dirección lleva a qué manejador; gana la primera que encaja.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>What the request asks for: GET reads, PUT replaces.</source>
        <translation>Qué pide la petición: GET lee, PUT reemplaza.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Path and query, for example /users/123.</source>
        <translation>Ruta y consulta, por ejemplo /users/123.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Cuerpo</translation>
    </message>
    <message>
        <source>JSON that travels with the request.</source>
        <translation>JSON que viaja con la petición.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>How many requests are sent.</source>
        <translation>Cuántas peticiones se envían.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>Requests per second on average, at random moments.</source>
        <translation>Peticiones por segundo de media, en momentos al azar.</translation>
    </message>
    <message>
        <source>Path; {key} becomes the number of what is asked for.</source>
        <translation>Ruta; {key} se cambia por el número de lo que se pide.</translation>
    </message>
    <message>
        <source>Different things asked for</source>
        <translation>Cosas distintas que se piden</translation>
    </message>
    <message>
        <source>The keys run from 1 to this number.</source>
        <translation>Las claves van de 1 a este número.</translation>
    </message>
    <message>
        <source>Popularity</source>
        <translation>Popularidad</translation>
    </message>
    <message>
        <source>Zipf exponent: 0 asks for all alike, 1 mostly for a few.</source>
        <translation>Exponente de Zipf: 0 pide todas por igual, 1 sobre todo unas pocas.</translation>
    </message>
    <message>
        <source>Share of updates</source>
        <translation>Parte de cambios</translation>
    </message>
    <message>
        <source>Which part of the requests is a PUT, 0 to 1.</source>
        <translation>Qué parte de las peticiones es un PUT, de 0 a 1.</translation>
    </message>
    <message>
        <source>Body of updates</source>
        <translation>Cuerpo de los cambios</translation>
    </message>
    <message>
        <source>JSON; {n} becomes the number of the request.</source>
        <translation>JSON; {n} se cambia por el número de la petición.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Sitio</translation>
    </message>
    <message>
        <source>The site that it visits; written in each request.</source>
        <translation>El sitio que visita; va escrito en cada petición.</translation>
    </message>
    <message>
        <source>Answers it can keep</source>
        <translation>Respuestas que puede guardar</translation>
    </message>
    <message>
        <source>When more arrive, the one unused for longest goes.</source>
        <translation>Cuando llegan más, sale la que lleva más tiempo sin uso.</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>How many entries it can hold.</source>
        <translation>Cuántas entradas caben.</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>Tiempo de vida</translation>
    </message>
    <message>
        <source>An entry older than this counts as missing.</source>
        <translation>Una entrada más vieja cuenta como que no está.</translation>
    </message>
    <message>
        <source>Time of an operation</source>
        <translation>Tiempo de una operación</translation>
    </message>
    <message>
        <source>How long one lookup or store takes.</source>
        <translation>Cuánto tarda en buscar o guardar.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>For example user:123.</source>
        <translation>Por ejemplo user:123.</translation>
    </message>
    <message>
        <source>Time between jobs</source>
        <translation>Tiempo entre trabajos</translation>
    </message>
    <message>
        <source>How long after one job the next one comes.</source>
        <translation>Cuánto después de un trabajo llega el siguiente.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>0 goes first at a station with priorities.</source>
        <translation>La 0 va primero en una estación con prioridades.</translation>
    </message>
    <message>
        <source>Jobs in all</source>
        <translation>Trabajos en total</translation>
    </message>
    <message>
        <source>0 means without end.</source>
        <translation>0 significa sin fin.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>How many jobs it can serve at the same time.</source>
        <translation>Cuántos trabajos puede atender a la vez.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sitio</translation>
    </message>
    <message>
        <source>Jobs in line and in service; more are turned away. 0: no limit.</source>
        <translation>Trabajos en cola y en servicio; los demás se rechazan. 0: sin límite.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Service time</source>
        <translation>Tiempo de servicio</translation>
    </message>
    <message>
        <source>How long a server works on one job.</source>
        <translation>Cuánto trabaja un servidor en un trabajo.</translation>
    </message>
    <message>
        <source>People in the table</source>
        <translation>Personas en la tabla</translation>
    </message>
    <message>
        <source>How many rows the table users has at the start.</source>
        <translation>Cuántas filas tiene la tabla users al empezar.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Base time</source>
        <translation>Tiempo base</translation>
    </message>
    <message>
        <source>What each statement costs before it reads a row.</source>
        <translation>Lo que cuesta cada sentencia antes de leer una fila.</translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation>Tiempo de un paso</translation>
    </message>
    <message>
        <source>What each step of SQLite&apos;s machine costs.</source>
        <translation>Lo que cuesta cada paso de la máquina de SQLite.</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Framework</translation>
    </message>
    <message>
        <source>How paths are written and what is switched on from the start.</source>
        <translation>Cómo se escriben las rutas y qué está activado desde el principio.</translation>
    </message>
    <message>
        <source>Middleware</source>
        <translation>Middleware</translation>
    </message>
    <message>
        <source>The layers that every request passes, in order. &quot;preset&quot;: those of a new project of the framework.</source>
        <translation>Las capas por las que pasa cada petición, en orden. «preset»: las de un proyecto nuevo del framework.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>What the application&apos;s code believes of the tables, for its ORM.</source>
        <translation>Lo que el código de la aplicación cree de las tablas, para su ORM.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Pages with places for what was found, by name.</source>
        <translation>Páginas con huecos para lo que se encontró, por su nombre.</translation>
    </message>
    <message>
        <source>Escape what templates show</source>
        <translation>Escapar lo que muestran las plantillas</translation>
    </message>
    <message>
        <source>Off: what people typed goes into pages as it is, scripts too.</source>
        <translation>Apagado: lo que la gente escribió entra en las páginas tal cual, también los scripts.</translation>
    </message>
    <message>
        <source>Memory of a password hash</source>
        <translation>Memoria de un hash de contraseña</translation>
    </message>
    <message>
        <source>More makes each guess dearer, for the server and for a thief.</source>
        <translation>Más encarece cada intento, para el servidor y para un ladrón.</translation>
    </message>
    <message>
        <source>Passes of a password hash</source>
        <translation>Pasadas de un hash de contraseña</translation>
    </message>
    <message>
        <source>How often that memory is gone through.</source>
        <translation>Cuántas veces se recorre esa memoria.</translation>
    </message>
    <message>
        <source>Wrong passwords until the lock</source>
        <translation>Contraseñas incorrectas hasta el bloqueo</translation>
    </message>
    <message>
        <source>So many in a row close an account for a while. 0: never.</source>
        <translation>Tantas seguidas cierran una cuenta un rato. 0: nunca.</translation>
    </message>
    <message>
        <source>Time of the lock</source>
        <translation>Tiempo del bloqueo</translation>
    </message>
    <message>
        <source>How long nobody can sign in to the account.</source>
        <translation>Cuánto tiempo nadie puede entrar en la cuenta.</translation>
    </message>
    <message>
        <source>Requests per second, at even distances.</source>
        <translation>Peticiones por segundo, a distancias iguales.</translation>
    </message>
    <message>
        <source>Waits for each answer</source>
        <translation>Espera cada respuesta</translation>
    </message>
    <message>
        <source>Off: the next guess leaves at its time, whatever became of the one before.</source>
        <translation>Apagado: el siguiente intento sale a su hora, haya pasado lo que haya pasado con el anterior.</translation>
    </message>
    <message>
        <source>Where tokens are renewed</source>
        <translation>Dónde se renuevan los tokens</translation>
    </message>
    <message>
        <source>The site&apos;s path that takes a refresh token, when a token is no longer good. Empty: nobody renews it.</source>
        <translation>Ruta del sitio que acepta un token de renovación cuando un token ya no vale. Vacío: nadie lo renueva.</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>Proveedor de identidad</translation>
    </message>
    <message>
        <source>Which part gives tokens for the code, by its id.</source>
        <translation>Qué pieza da tokens por el código, por su id.</translation>
    </message>
    <message>
        <source>Name of the site</source>
        <translation>Nombre del sitio</translation>
    </message>
    <message>
        <source>For whom the code was meant. It is no secret.</source>
        <translation>Para quién era el código. No es ningún secreto.</translation>
    </message>
    <message>
        <source>Address of the site</source>
        <translation>Dirección del sitio</translation>
    </message>
    <message>
        <source>Where the code was sent. It is no secret either.</source>
        <translation>Adónde se envió el código. Tampoco es un secreto.</translation>
    </message>
    <message>
        <source>Secret of PKCE</source>
        <translation>Secreto de PKCE</translation>
    </message>
    <message>
        <source>What is shown for it, a guess. Empty: nothing.</source>
        <translation>Lo que se enseña en su lugar, adivinado. Vacío: nada.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Whose password is guessed.</source>
        <translation>De quién se adivina la contraseña.</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Contraseñas</translation>
    </message>
    <message>
        <source>One a line; empty: the hundred that people use most.</source>
        <translation>Una por línea; vacío: las cien que más se usan.</translation>
    </message>
    <message>
        <source>{payload} becomes what is tried.</source>
        <translation>{payload} pasa a ser lo que se prueba.</translation>
    </message>
    <message>
        <source>Harmless value</source>
        <translation>Valor inofensivo</translation>
    </message>
    <message>
        <source>What anybody would ask; more or other rows than its answer has are a leak.</source>
        <translation>Lo que pediría cualquiera; más filas u otras que las de su respuesta son una fuga.</translation>
    </message>
    <message>
        <source>What is tried</source>
        <translation>Lo que se prueba</translation>
    </message>
    <message>
        <source>One a line; empty: a few famous ones.</source>
        <translation>Una por línea; vacío: unas cuantas famosas.</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Cuánto tiempo</translation>
    </message>
    <message>
        <source>For how long requests are sent.</source>
        <translation>Durante cuánto tiempo se envían peticiones.</translation>
    </message>
    <message>
        <source>Forgery</source>
        <translation>Falsificación</translation>
    </message>
    <message>
        <source>alg_none: nobody signed it. changed_role: an overheard one says admin. expired: an overheard one is shown after its time.</source>
        <translation>alg_none: nadie lo firmó. changed_role: uno escuchado dice admin. expired: uno escuchado se muestra pasado su tiempo.</translation>
    </message>
    <message>
        <source>Attacked site</source>
        <translation>Sitio atacado</translation>
    </message>
    <message>
        <source>Where the page at /evil sends a visitor&apos;s browser: a part&apos;s id.</source>
        <translation>Adónde envía la página /evil al navegador que la visita: el id de una pieza.</translation>
    </message>
    <message>
        <source>Address of the forged form</source>
        <translation>Dirección del formulario falso</translation>
    </message>
    <message>
        <source>What the page at /evil makes the browser ask for.</source>
        <translation>Lo que la página /evil hace pedir al navegador.</translation>
    </message>
    <message>
        <source>Fields of the forged form</source>
        <translation>Campos del formulario falso</translation>
    </message>
    <message>
        <source>As in an address: to=mallory&amp;amount=100.</source>
        <translation>Como en una dirección: to=mallory&amp;amount=100.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sitio</translation>
    </message>
    <message>
        <source>The part that is asked, by its id; empty: the first that it is joined to.</source>
        <translation>La pieza a la que se pregunta, por su id; vacío: la primera a la que está unida.</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>Campos de cabecera</translation>
    </message>
    <message>
        <source>Further fields, one &quot;Name: value&quot; a line.</source>
        <translation>Más campos, uno por línea: «Nombre: valor».</translation>
    </message>
    <message>
        <source>Kind of body</source>
        <translation>Tipo de cuerpo</translation>
    </message>
    <message>
        <source>What the body is: JSON, a form as HTML sends it, or text.</source>
        <translation>Qué es el cuerpo: JSON, un formulario como lo envía HTML, o texto.</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>Mostrar el token</translation>
    </message>
    <message>
        <source>On: a token that a site gave goes along with each request to it.</source>
        <translation>Activado: un token que dio un sitio acompaña a cada petición a él.</translation>
    </message>
    <message>
        <source>Further tries</source>
        <translation>Más intentos</translation>
    </message>
    <message>
        <source>How often it asks again after a timeout or a server&apos;s error. A POST only with a key for repeats.</source>
        <translation>Cuántas veces pregunta otra vez tras un tiempo agotado o un error del servidor. Un POST solo con una clave de repetición.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Paciencia</translation>
    </message>
    <message>
        <source>How long it waits for an answer. 0 s: for ever.</source>
        <translation>Cuánto espera una respuesta. 0 s: para siempre.</translation>
    </message>
    <message>
        <source>Pause before the next try</source>
        <translation>Pausa antes del siguiente intento</translation>
    </message>
    <message>
        <source>Doubles each time, so that a busy server recovers.</source>
        <translation>Se duplica cada vez, para que un servidor ocupado se recupere.</translation>
    </message>
    <message>
        <source>Keys for repeats</source>
        <translation>Claves de repetición</translation>
    </message>
    <message>
        <source>On: each POST has an Idempotency-Key that stays the same when it is sent again.</source>
        <translation>Activado: cada POST lleva una Idempotency-Key que no cambia cuando se envía otra vez.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Collections by their names, as they are at first.</source>
        <translation>Colecciones por su nombre, tal como son al principio.</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Índices</translation>
    </message>
    <message>
        <source>Collection, field and whether it is unique.</source>
        <translation>Colección, campo y si es único.</translation>
    </message>
    <message>
        <source>What each command costs before it reads anything.</source>
        <translation>Lo que cuesta cada orden antes de leer nada.</translation>
    </message>
    <message>
        <source>Time per document</source>
        <translation>Tiempo por documento</translation>
    </message>
    <message>
        <source>What each document costs that has to be looked at.</source>
        <translation>Lo que cuesta cada documento que hay que mirar.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Which one it listens to, by its ends: &quot;browser-&gt;app&quot;.</source>
        <translation>Cuál escucha, por sus extremos: «browser-&gt;app».</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>weather: GET /weather/Oslo. payment: POST /charges with amount and currency. email: POST /messages with to.</source>
        <translation>weather: GET /weather/Oslo. payment: POST /charges con amount y currency. email: POST /messages con to.</translation>
    </message>
    <message>
        <source>Time for an answer</source>
        <translation>Tiempo de una respuesta</translation>
    </message>
    <message>
        <source>How long it works on a request; may vary.</source>
        <translation>Cuánto trabaja en una petición; puede variar.</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Peticiones por minuto</translation>
    </message>
    <message>
        <source>Further ones are answered with 429. 0: no limit.</source>
        <translation>Las demás se responden con 429. 0: sin límite.</translation>
    </message>
    <message>
        <source>Share of failures</source>
        <translation>Proporción de fallos</translation>
    </message>
    <message>
        <source>Which part is answered with 503, 0 to 1.</source>
        <translation>Qué parte se responde con 503, de 0 a 1.</translation>
    </message>
    <message>
        <source>Fails after the work</source>
        <translation>Falla después del trabajo</translation>
    </message>
    <message>
        <source>On: what was asked is done and only the answer is lost, so a second try does it twice.</source>
        <translation>Activado: lo pedido se hace y solo se pierde la respuesta, así que un segundo intento lo hace dos veces.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>Wanted as &quot;Authorization: Bearer&quot; or X-Api-Key. Empty: anybody may ask.</source>
        <translation>Se pide como «Authorization: Bearer» o X-Api-Key. Vacío: cualquiera puede preguntar.</translation>
    </message>
    <message>
        <source>Known sites</source>
        <translation>Sitios conocidos</translation>
    </message>
    <message>
        <source>Which sites may ask, and the exact address to which each gets its answers.</source>
        <translation>Qué sitios pueden preguntar, y la dirección exacta a la que llegan sus respuestas.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Who is signed in there in the browser that comes.</source>
        <translation>Quién ha iniciado sesión allí en el navegador que llega.</translation>
    </message>
    <message>
        <source>The person agrees</source>
        <translation>La persona acepta</translation>
    </message>
    <message>
        <source>Off: asked whether the site may know who they are, they say no.</source>
        <translation>Apagado: si le preguntan si el sitio puede saber quién es, dice que no.</translation>
    </message>
    <message>
        <source>Wants PKCE</source>
        <translation>Exige PKCE</translation>
    </message>
    <message>
        <source>Off: a site may ask without the challenge of a secret. Whoever has the code can then exchange it.</source>
        <translation>Apagado: un sitio puede preguntar sin el reto de un secreto. Entonces puede canjear el código cualquiera que lo tenga.</translation>
    </message>
    <message>
        <source>Life of a code</source>
        <translation>Vida de un código</translation>
    </message>
    <message>
        <source>How soon the site has to exchange it for tokens.</source>
        <translation>Cuánto tiene el sitio para cambiarlo por tokens.</translation>
    </message>
    <message>
        <source>Life of a token</source>
        <translation>Vida de un token</translation>
    </message>
    <message>
        <source>After it the site needs a new one.</source>
        <translation>Después el sitio necesita otro.</translation>
    </message>
    <message>
        <source>Time of a request</source>
        <translation>Tiempo de una petición</translation>
    </message>
    <message>
        <source>How long it works on each.</source>
        <translation>Cuánto trabaja en cada una.</translation>
    </message>
    <message>
        <source>How long one command takes; they run one by one.</source>
        <translation>Cuánto dura una orden; van de una en una.</translation>
    </message>
    <message>
        <source>Writes to disk</source>
        <translation>Escribe en disco</translation>
    </message>
    <message>
        <source>Without it a restart loses everything.</source>
        <translation>Sin esto, un reinicio lo pierde todo.</translation>
    </message>
    <message>
        <source>Flavour</source>
        <translation>Variedad</translation>
    </message>
    <message>
        <source>Tables of models</source>
        <translation>Tablas de los modelos</translation>
    </message>
    <message>
        <source>Models whose tables are made at the start.</source>
        <translation>Modelos cuyas tablas se crean al principio.</translation>
    </message>
    <message>
        <source>SQL at the start</source>
        <translation>SQL al principio</translation>
    </message>
    <message>
        <source>Makes further tables and rows.</source>
        <translation>Crea más tablas y filas.</translation>
    </message>
    <message>
        <source>Room in the line</source>
        <translation>Sitio en la cola</translation>
    </message>
    <message>
        <source>Statements that may wait for a connection; more are refused. 0: no limit.</source>
        <translation>Sentencias que pueden esperar una conexión; las demás se rechazan. 0: sin límite.</translation>
    </message>
    <message>
        <source>Connections in the pool</source>
        <translation>Conexiones en la reserva</translation>
    </message>
    <message>
        <source>How many connections to the database are kept and lent to requests. 0: as many as are asked for.</source>
        <translation>Cuántas conexiones con la base de datos se guardan y se prestan a las peticiones. 0: todas las que pidan.</translation>
    </message>
    <message>
        <source>Patience with the pool</source>
        <translation>Paciencia con la reserva</translation>
    </message>
    <message>
        <source>How long a request waits for a connection. 0: for ever.</source>
        <translation>Cuánto espera una petición por una conexión. 0: para siempre.</translation>
    </message>
    <message>
        <source>Read from</source>
        <translation>Leer de</translation>
    </message>
    <message>
        <source>The first database linked takes all writes; with replicas, SELECT outside a transaction goes to the others in turn.</source>
        <translation>La primera base de datos enlazada recibe todas las escrituras; con replicas, los SELECT fuera de una transacción van por turnos a las demás.</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Suscripciones</translation>
    </message>
    <message>
        <source>Channels of the key-value store, and the handler that runs for each message of one.</source>
        <translation>Canales del almacén de claves y el manejador que se ejecuta con cada mensaje de uno.</translation>
    </message>
    <message>
        <source>Listen to the channels</source>
        <translation>Escuchar los canales</translation>
    </message>
    <message>
        <source>Off: it leaves its channels and misses what is published there.</source>
        <translation>Desactivado: deja sus canales y se pierde lo que se publique en ellos.</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Particiones</translation>
    </message>
    <message>
        <source>A hash of its partition key decides on which an item lies.</source>
        <translation>Un resumen de su clave de partición decide en cuál está cada elemento.</translation>
    </message>
    <message>
        <source>Read capacity</source>
        <translation>Capacidad de lectura</translation>
    </message>
    <message>
        <source>Of each table: so many reads of up to 4 KB a second that see every write, or twice as many that may see an older state.</source>
        <translation>De cada tabla: tantas lecturas de hasta 4 KB por segundo que ven todas las escrituras, o el doble que pueden ver un estado anterior.</translation>
    </message>
    <message>
        <source>Write capacity</source>
        <translation>Capacidad de escritura</translation>
    </message>
    <message>
        <source>Of each table: so many writes of up to 1 KB a second.</source>
        <translation>De cada tabla: tantas escrituras de hasta 1 KB por segundo.</translation>
    </message>
    <message>
        <source>A busy partition may use it all</source>
        <translation>Una partición ocupada puede usarla toda</translation>
    </message>
    <message>
        <source>Off: each partition has its equal share of the capacity. On: one may use what the others leave, up to 3000 reads and 1000 writes.</source>
        <translation>Desactivado: cada partición tiene su parte igual de la capacidad. Activado: una puede usar lo que dejan las demás, hasta 3000 lecturas y 1000 escrituras.</translation>
    </message>
    <message>
        <source>Unused capacity is kept for</source>
        <translation>La capacidad sin usar se guarda</translation>
    </message>
    <message>
        <source>What was not used for so long can be used at once later.</source>
        <translation>Lo que no se usó durante ese tiempo puede usarse después de golpe.</translation>
    </message>
    <message>
        <source>Lag of the copies</source>
        <translation>Retraso de las copias</translation>
    </message>
    <message>
        <source>So old is what a read sees that need not see every write.</source>
        <translation>Así de antiguo es lo que ve una lectura que no tiene que ver todas las escrituras.</translation>
    </message>
    <message>
        <source>What each operation takes before it reads anything.</source>
        <translation>Lo que tarda cada operación antes de leer nada.</translation>
    </message>
    <message>
        <source>Time per item</source>
        <translation>Tiempo por elemento</translation>
    </message>
    <message>
        <source>What each item takes that has to be looked at.</source>
        <translation>Lo que tarda cada elemento que hay que mirar.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>By their names: partition key, sort key and the items at first.</source>
        <translation>Por su nombre: clave de partición, clave de orden y los elementos del principio.</translation>
    </message>
    <message>
        <source>sqlite: one writes at a time. postgresql, mysql: as many as there are connections, each row by one at a time.</source>
        <translation>sqlite: escribe una a la vez. postgresql, mysql: tantas como conexiones haya, cada fila una a la vez.</translation>
    </message>
    <message>
        <source>How many statements can run at the same time. A transaction keeps its connection to its end.</source>
        <translation>Cuántas sentencias pueden ejecutarse a la vez. Una transacción conserva su conexión hasta el final.</translation>
    </message>
    <message>
        <source>Patience with locks</source>
        <translation>Paciencia con los bloqueos</translation>
    </message>
    <message>
        <source>How long a statement waits for a row that another transaction holds. 0: as the flavour has it: sqlite 5 s, mysql 50 s, postgresql for ever.</source>
        <translation>Cuánto espera una sentencia por una fila que tiene otra transacción. 0: según la variedad: sqlite 5 s, mysql 50 s, postgresql para siempre.</translation>
    </message>
    <message>
        <source>Delay of a replica</source>
        <translation>Retraso de una réplica</translation>
    </message>
    <message>
        <source>How long a copy of another database takes for each change that it is told of.</source>
        <translation>Cuánto tarda una copia de otra base de datos con cada cambio del que se entera.</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migraciones</translation>
    </message>
    <message>
        <source>Steps that change the tables, oldest first, each with a way back.</source>
        <translation>Pasos que cambian las tablas, el más antiguo primero, cada uno con su vuelta atrás.</translation>
    </message>
    <message>
        <source>Migrated to</source>
        <translation>Migrada hasta</translation>
    </message>
    <message>
        <source>The last migration applied at the start. Empty: all; zero: none.</source>
        <translation>La última migración aplicada al principio. Vacío: todas; zero: ninguna.</translation>
    </message>
    <message>
        <source>Migrate to</source>
        <translation>Migrar hasta</translation>
    </message>
    <message>
        <source>The last migration that is to be applied; later ones are taken back. Empty: all; zero: none.</source>
        <translation>La última migración que debe aplicarse; las posteriores se deshacen. Vacío: todas; zero: ninguna.</translation>
    </message>
    <message>
        <source>Slow query</source>
        <translation>Consulta lenta</translation>
    </message>
    <message>
        <source>What takes so long is noted as a slow query, as in a slow query log. 0: nothing is.</source>
        <translation>Lo que tarda tanto se anota como consulta lenta, como en un registro de consultas lentas. 0: nada.</translation>
    </message>
    <message>
        <source>Versions of the API</source>
        <translation>Versiones de la API</translation>
    </message>
    <message>
        <source>How a request names the version that it wants, and which it gets when it names none. &quot;none&quot;: there are no versions.</source>
        <translation>Cómo nombra una petición la versión que quiere, y cuál recibe si no nombra ninguna. «none»: no hay versiones.</translation>
    </message>
    <message>
        <source>Time to start</source>
        <translation>Tiempo de arranque</translation>
    </message>
    <message>
        <source>How long it is away.</source>
        <translation>Cuánto tiempo está fuera.</translation>
    </message>
    <message>
        <source>How many times slower</source>
        <translation>Cuántas veces más lento</translation>
    </message>
    <message>
        <source>1: as usual. 10: all its work takes ten times as long.</source>
        <translation>1: como siempre. 10: todo su trabajo tarda diez veces más.</translation>
    </message>
    <message>
        <source>Who gets the next request</source>
        <translation>Quién recibe la siguiente petición</translation>
    </message>
    <message>
        <source>round_robin: one after the other. least_connections: who has least to do. power_of_two: the less busy of two at random. consistent_hash: the same key goes to the same server.</source>
        <translation>round_robin: uno tras otro. least_connections: quien menos tiene que hacer. power_of_two: el menos ocupado de dos al azar. consistent_hash: la misma clave va al mismo servidor.</translation>
    </message>
    <message>
        <source>Key of the hash</source>
        <translation>Clave del hash</translation>
    </message>
    <message>
        <source>For consistent_hash: what two requests must have in common to get to the same server.</source>
        <translation>Para consistent_hash: lo que dos peticiones deben tener en común para llegar al mismo servidor.</translation>
    </message>
    <message>
        <source>Header of the hash</source>
        <translation>Cabecera del hash</translation>
    </message>
    <message>
        <source>For hash_by header: its name.</source>
        <translation>Para hash_by header: su nombre.</translation>
    </message>
    <message>
        <source>Sticky sessions</source>
        <translation>Sesiones fijas</translation>
    </message>
    <message>
        <source>cookie: who was once at a server stays there, as long as it lives.</source>
        <translation>cookie: quien estuvo una vez en un servidor se queda en él mientras viva.</translation>
    </message>
    <message>
        <source>Cookie of sticky sessions</source>
        <translation>Cookie de las sesiones fijas</translation>
    </message>
    <message>
        <source>Its name.</source>
        <translation>Su nombre.</translation>
    </message>
    <message>
        <source>Patience with a server</source>
        <translation>Paciencia con un servidor</translation>
    </message>
    <message>
        <source>How long it waits for an answer. 0: for ever.</source>
        <translation>Cuánto espera una respuesta. 0: para siempre.</translation>
    </message>
    <message>
        <source>Further servers to try</source>
        <translation>Otros servidores que probar</translation>
    </message>
    <message>
        <source>When one does not answer. What changes data is tried again only if the first server never got it.</source>
        <translation>Cuando uno no contesta. Lo que cambia datos solo se repite si el primer servidor no llegó a recibirlo.</translation>
    </message>
    <message>
        <source>Address of the health check</source>
        <translation>Dirección de la prueba de salud</translation>
    </message>
    <message>
        <source>Asked now and then. Empty: no health checks.</source>
        <translation>Se pregunta de vez en cuando. Vacío: sin pruebas de salud.</translation>
    </message>
    <message>
        <source>Time between health checks</source>
        <translation>Tiempo entre pruebas de salud</translation>
    </message>
    <message>
        <source>Of each server.</source>
        <translation>De cada servidor.</translation>
    </message>
    <message>
        <source>Patience with a health check</source>
        <translation>Paciencia con una prueba de salud</translation>
    </message>
    <message>
        <source>No answer in that time counts as a failure.</source>
        <translation>Sin respuesta en ese tiempo cuenta como fallo.</translation>
    </message>
    <message>
        <source>Failures until it is left out</source>
        <translation>Fallos hasta dejarlo fuera</translation>
    </message>
    <message>
        <source>In a row.</source>
        <translation>Seguidos.</translation>
    </message>
    <message>
        <source>Successes until it is back</source>
        <translation>Aciertos hasta que vuelve</translation>
    </message>
    <message>
        <source>Time to hand on a request</source>
        <translation>Tiempo de pasar una petición</translation>
    </message>
    <message>
        <source>How long one request keeps it busy.</source>
        <translation>Cuánto lo ocupa una petición.</translation>
    </message>
    <message>
        <source>How it counts</source>
        <translation>Cómo cuenta</translation>
    </message>
    <message>
        <source>token_bucket: a burst, then a steady rate. sliding_window: so many in any span. fixed_window: so many from one full span of the clock to the next; twice as many may pass around its end.</source>
        <translation>token_bucket: una ráfaga y luego un ritmo constante. sliding_window: tantas en cualquier intervalo. fixed_window: tantas de un intervalo entero del reloj al siguiente; alrededor de su final puede pasar el doble.</translation>
    </message>
    <message>
        <source>How many may pass in the time below.</source>
        <translation>Cuántas pueden pasar en el tiempo de abajo.</translation>
    </message>
    <message>
        <source>In a time of</source>
        <translation>En un tiempo de</translation>
    </message>
    <message>
        <source>The span for which the number counts.</source>
        <translation>El intervalo para el que vale el número.</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Ráfaga</translation>
    </message>
    <message>
        <source>Tokens that a bucket holds: so many may pass at once after a pause.</source>
        <translation>Fichas que caben en un cubo: tantas pueden pasar de golpe después de una pausa.</translation>
    </message>
    <message>
        <source>Counts for</source>
        <translation>Cuenta para</translation>
    </message>
    <message>
        <source>Each client by its key or its connection, or everybody together.</source>
        <translation>Cada cliente por su clave o su conexión, o todos juntos.</translation>
    </message>
    <message>
        <source>Time to count</source>
        <translation>Tiempo de contar</translation>
    </message>
    <message>
        <source>open: they are there, for any number of requests at a time. keep_alive: opened when needed and kept, one request at a time. per_request: a new one for each request.</source>
        <translation>open: ya existen, para cualquier número de peticiones a la vez. keep_alive: se abren cuando hacen falta y se conservan, una petición cada vez. per_request: una nueva para cada petición.</translation>
    </message>
    <message>
        <source>Keep connections</source>
        <translation>Conservar conexiones</translation>
    </message>
    <message>
        <source>An unused connection is closed after so long.</source>
        <translation>Una conexión sin uso se cierra después de tanto tiempo.</translation>
    </message>
    <message>
        <source>Connections at most</source>
        <translation>Conexiones como mucho</translation>
    </message>
    <message>
        <source>At the same time; more requests wait in line, as in a browser with its 6. 0: no limit.</source>
        <translation>A la vez; las demás peticiones esperan en cola, como en un navegador con sus 6. 0: sin límite.</translation>
    </message>
    <message>
        <source>Work of a TLS handshake</source>
        <translation>Trabajo de un saludo TLS</translation>
    </message>
    <message>
        <source>For keys and signatures, beside the round trips.</source>
        <translation>Para claves y firmas, además de las idas y vueltas.</translation>
    </message>
    <message>
        <source>Time on the way</source>
        <translation>Tiempo de camino</translation>
    </message>
    <message>
        <source>One way, for each message.</source>
        <translation>Solo ida, para cada mensaje.</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Ancho de banda</translation>
    </message>
    <message>
        <source>How much fits through, each way. 0: no limit.</source>
        <translation>Cuánto cabe, en cada sentido. 0: sin límite.</translation>
    </message>
    <message>
        <source>Sealed with TLS</source>
        <translation>Sellado con TLS</translation>
    </message>
    <message>
        <source>On: who listens on the way can read nothing.</source>
        <translation>Sí: quien escucha por el camino no puede leer nada.</translation>
    </message>
    <message>
        <source>Packets that get lost</source>
        <translation>Paquetes que se pierden</translation>
    </message>
    <message>
        <source>A share from 0 to 0.9; what is lost is sent again, later.</source>
        <translation>Una parte de 0 a 0,9; lo que se pierde se envía otra vez, más tarde.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortado</translation>
    </message>
    <message>
        <source>On: nothing crosses it, and nobody is told.</source>
        <translation>Sí: nada lo cruza, y a nadie se le avisa.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Those that it does itself, by name, written as for a worker.</source>
        <translation>Las que hace él mismo, por su nombre, escritas como para un trabajador.</translation>
    </message>
    <message>
        <source>Do tasks at once</source>
        <translation>Hacer las tareas en el acto</translation>
    </message>
    <message>
        <source>On: what would go into the queue is done while the client waits.</source>
        <translation>Sí: lo que iría a la cola se hace mientras el cliente espera.</translation>
    </message>
    <message>
        <source>Each hit prolongs</source>
        <translation>Cada acierto prolonga</translation>
    </message>
    <message>
        <source>On: the time to live begins anew with each hit, as for sessions.</source>
        <translation>Sí: el tiempo de vida empieza de nuevo con cada acierto, como en las sesiones.</translation>
    </message>
    <message>
        <source>Old while asking</source>
        <translation>Antigua mientras pregunta</translation>
    </message>
    <message>
        <source>For how long after its time an entry is still given to all but the first who asks, who loads it anew.</source>
        <translation>Durante cuánto tiempo después de caducar se da aún una entrada a todos menos al primero que pregunta, que la carga de nuevo.</translation>
    </message>
    <message>
        <source>Survives a restart</source>
        <translation>Sobrevive a un reinicio</translation>
    </message>
    <message>
        <source>Time when nothing is said</source>
        <translation>Tiempo si no se dice nada</translation>
    </message>
    <message>
        <source>How long an answer is fresh that does not say it itself. 0 s: only what the answer allows.</source>
        <translation>Cuánto tiempo está fresca una respuesta que no lo dice. 0 s: solo lo que la respuesta permita.</translation>
    </message>
    <message>
        <source>Time for &quot;not there&quot;</source>
        <translation>Tiempo de «no existe»</translation>
    </message>
    <message>
        <source>How long a 404 or 410 is fresh that does not say it itself.</source>
        <translation>Cuánto tiempo está fresco un 404 o un 410 que no lo dice.</translation>
    </message>
    <message>
        <source>For how long after its time an answer is still given while a newer one is fetched; an answer can say it itself.</source>
        <translation>Durante cuánto tiempo después de caducar se da aún una respuesta mientras se busca otra más nueva; una respuesta puede decirlo ella misma.</translation>
    </message>
    <message>
        <source>Old when the origin fails</source>
        <translation>Antigua si falla el origen</translation>
    </message>
    <message>
        <source>For how long after its time an answer is still given when the origin fails; an answer can say it itself.</source>
        <translation>Durante cuánto tiempo después de caducar se da aún una respuesta cuando falla el origen; una respuesta puede decirlo ella misma.</translation>
    </message>
    <message>
        <source>Ask once for all</source>
        <translation>Preguntar una vez por todos</translation>
    </message>
    <message>
        <source>On: while one request is on its way to the origin, others for the same wait for its answer.</source>
        <translation>Sí: mientras una petición va de camino al origen, las demás que piden lo mismo esperan su respuesta.</translation>
    </message>
    <message>
        <source>Patience with the origin</source>
        <translation>Paciencia con el origen</translation>
    </message>
    <message>
        <source>How long it waits for the origin&apos;s answer. 0 s: for ever.</source>
        <translation>Cuánto espera la respuesta del origen. 0 s: para siempre.</translation>
    </message>
    <message>
        <source>Path and query, for example /users/1.</source>
        <translation>Ruta y consulta, por ejemplo /users/1.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Which task comes when: &quot;at&quot; takes five fields as cron does, in UTC, or &quot;every 30 s&quot;; &quot;between&quot; is the time from one to the next.</source>
        <translation>Qué tarea toca y cuándo: «at» admite cinco campos como cron, en UTC, o «every 30 s»; «between» es el tiempo de una a la siguiente.</translation>
    </message>
    <message>
        <source>Clock at the start</source>
        <translation>Reloj al empezar</translation>
    </message>
    <message>
        <source>Seconds since 1970-01-01 00:00 UTC; 0 was a Thursday.</source>
        <translation>Segundos desde 1970-01-01 00:00 UTC; el 0 fue jueves.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Off: what comes due is left out, also later on.</source>
        <translation>No: lo que toque se salta, y tampoco se hará después.</translation>
    </message>
    <message>
        <source>Who leaves when it is full</source>
        <translation>Quién se va cuando está llena</translation>
    </message>
    <message>
        <source>lru: unused for longest. lfu: used least often. fifo: stored first. random: any. sieve: the first that was not used since a hand last passed it.</source>
        <translation>lru: la que lleva más tiempo sin uso. lfu: la menos usada. fifo: la que se guardó primero. random: cualquiera. sieve: la primera que no se usó desde que una mano pasó por ella.</translation>
    </message>
    <message>
        <source>Capacity in bytes</source>
        <translation>Capacidad en bytes</translation>
    </message>
    <message>
        <source>How many bytes it can hold, besides the limit of entries. 0: no such limit.</source>
        <translation>Cuántos bytes caben, además del límite de entradas. 0: sin ese límite.</translation>
    </message>
    <message>
        <source>redis_list: a task that was taken is forgotten. rabbitmq: a task stays until the worker says that it is done.</source>
        <translation>redis_list: una tarea tomada se olvida. rabbitmq: una tarea se queda hasta que el trabajador dice que está hecha.</translation>
    </message>
    <message>
        <source>Longest line</source>
        <translation>Cola más larga</translation>
    </message>
    <message>
        <source>Tasks that may wait. 0: no limit.</source>
        <translation>Tareas que pueden esperar. 0: sin límite.</translation>
    </message>
    <message>
        <source>When it is full</source>
        <translation>Cuando está llena</translation>
    </message>
    <message>
        <source>drop_head: the first in line goes. reject_publish: the new one is refused. reject_publish_dlx: refused and kept as a dead letter.</source>
        <translation>drop_head: se va la primera de la cola. reject_publish: se rechaza la nueva. reject_publish_dlx: se rechaza y se guarda como carta muerta.</translation>
    </message>
    <message>
        <source>Keep tasks on disk</source>
        <translation>Guardar tareas en disco</translation>
    </message>
    <message>
        <source>Off: a restart loses what waits.</source>
        <translation>No: un reinicio pierde lo que espera.</translation>
    </message>
    <message>
        <source>Highest priority</source>
        <translation>Prioridad más alta</translation>
    </message>
    <message>
        <source>Tasks with a higher number go first. 0: all are equal. RabbitMQ only.</source>
        <translation>Las tareas con un número más alto van primero. 0: todas iguales. Solo RabbitMQ.</translation>
    </message>
    <message>
        <source>Delivery limit</source>
        <translation>Límite de entregas</translation>
    </message>
    <message>
        <source>How often a task may come back because a worker died, before it becomes a dead letter. 0: always. RabbitMQ only.</source>
        <translation>Cuántas veces puede volver una tarea porque murió un trabajador, antes de ser carta muerta. 0: siempre. Solo RabbitMQ.</translation>
    </message>
    <message>
        <source>A task that has waited that long becomes a dead letter. 0: never. RabbitMQ only.</source>
        <translation>Una tarea que ha esperado tanto se vuelve carta muerta. 0: nunca. Solo RabbitMQ.</translation>
    </message>
    <message>
        <source>What it takes to keep or hand out a task.</source>
        <translation>Lo que cuesta guardar o entregar una tarea.</translation>
    </message>
    <message>
        <source>Results are kept for</source>
        <translation>Los resultados se guardan</translation>
    </message>
    <message>
        <source>How long one can ask what became of a task, and how long a repeat of it is known.</source>
        <translation>Cuánto tiempo se puede preguntar qué fue de una tarea, y cuánto tiempo se reconoce una repetición.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Its name in the worker&apos;s table.</source>
        <translation>Su nombre en la tabla del trabajador.</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>A JSON object.</source>
        <translation>Un objeto JSON.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Higher goes first.</source>
        <translation>La más alta va primero.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>How many tasks it can do at the same time.</source>
        <translation>Cuántas tareas puede hacer a la vez.</translation>
    </message>
    <message>
        <source>Prefetch</source>
        <translation>Anticipo</translation>
    </message>
    <message>
        <source>How many tasks it may have that are not done yet, those in its hands included. 0: as many as there are.</source>
        <translation>Cuántas tareas sin terminar puede tener, incluidas las que tiene entre manos. 0: todas las que haya.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>after_work: the queue keeps a task until it is done. automatic: the queue forgets it as soon as it is sent.</source>
        <translation>after_work: la cola guarda una tarea hasta que está hecha. automatic: la cola la olvida en cuanto se envía.</translation>
    </message>
    <message>
        <source>By name: how long each takes, how often it fails, how it is tried again and what follows.</source>
        <translation>Por nombre: cuánto tarda cada una, cuántas veces falla, cómo se repite y qué sigue.</translation>
    </message>
    <message>
        <source>Tell when a task begins</source>
        <translation>Avisar cuando empieza una tarea</translation>
    </message>
    <message>
        <source>Off: who asks sees &quot;queued&quot; until the task is done, unless it has several steps.</source>
        <translation>No: quien pregunta ve «queued» hasta que la tarea está hecha, salvo que tenga varios pasos.</translation>
    </message>
    <message>
        <source>Rows behind the keys</source>
        <translation>Filas detrás de las claves</translation>
    </message>
    <message>
        <source>For keys of a form like user:{id}: the SELECT that loads what is missing, and the UPDATE that writes what is set.</source>
        <translation>Para claves de la forma user:{id}: el SELECT que carga lo que falta y el UPDATE que escribe lo que se pone.</translation>
    </message>
    <message>
        <source>Writes rows</source>
        <translation>Escribe filas</translation>
    </message>
    <message>
        <source>through: what is set is written to the database before the answer. behind: after it; what is not written when the cache stops is lost.</source>
        <translation>through: lo que se pone se escribe en la base de datos antes de responder. behind: después; lo que no se haya escrito cuando la caché se detiene se pierde.</translation>
    </message>
    <message>
        <source>Writes behind after</source>
        <translation>Escribe después de</translation>
    </message>
    <message>
        <source>How long it collects writes.</source>
        <translation>Cuánto tiempo reúne escrituras.</translation>
    </message>
    <message>
        <source>How it hears of news</source>
        <translation>Cómo se entera de las novedades</translation>
    </message>
    <message>
        <source>polling: asks again and again. long_polling: asks, and the answer waits for news. sse: one answer that never ends. websocket: a line on which both talk.</source>
        <translation>polling: pregunta una y otra vez. long_polling: pregunta, y la respuesta espera novedades. sse: una respuesta que no termina. websocket: una línea por la que hablan los dos.</translation>
    </message>
    <message>
        <source>The room in which it is.</source>
        <translation>La sala en la que está.</translation>
    </message>
    <message>
        <source>Rooms of a crowd</source>
        <translation>Salas de una multitud</translation>
    </message>
    <message>
        <source>Over how many rooms its people are spread evenly: lobby-1, lobby-2 and so on. 1: all in one room.</source>
        <translation>En cuántas salas se reparte su gente por igual: lobby-1, lobby-2, etc. 1: todos en una sala.</translation>
    </message>
    <message>
        <source>The name of the site in its requests.</source>
        <translation>El nombre del sitio en sus peticiones.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>How many people this part stands for.</source>
        <translation>A cuántas personas representa esta pieza.</translation>
    </message>
    <message>
        <source>Time between messages</source>
        <translation>Tiempo entre mensajes</translation>
    </message>
    <message>
        <source>How long each of them is silent before it says something. 0 s: it only listens.</source>
        <translation>Cuánto calla cada una antes de decir algo. 0 s: solo escucha.</translation>
    </message>
    <message>
        <source>What they say</source>
        <translation>Lo que dicen</translation>
    </message>
    <message>
        <source>The beginning of each message; a number follows.</source>
        <translation>El comienzo de cada mensaje; le sigue un número.</translation>
    </message>
    <message>
        <source>Comes by itself</source>
        <translation>Viene por sí misma</translation>
    </message>
    <message>
        <source>Off: it waits to be told.</source>
        <translation>No: espera a que se lo digan.</translation>
    </message>
    <message>
        <source>All come within</source>
        <translation>Todos llegan en</translation>
    </message>
    <message>
        <source>The people of a crowd come at chance moments of this time.</source>
        <translation>Las personas de una multitud llegan en momentos al azar de este tiempo.</translation>
    </message>
    <message>
        <source>Time between questions</source>
        <translation>Tiempo entre preguntas</translation>
    </message>
    <message>
        <source>polling: from one question to the next.</source>
        <translation>polling: de una pregunta a la siguiente.</translation>
    </message>
    <message>
        <source>How long a question waits</source>
        <translation>Cuánto espera una pregunta</translation>
    </message>
    <message>
        <source>long_polling: after this time without news the answer is empty. Whole seconds.</source>
        <translation>long_polling: después de este tiempo sin novedades la respuesta está vacía. Segundos enteros.</translation>
    </message>
    <message>
        <source>How long it waits for an answer that should come at once. 0 s: for ever.</source>
        <translation>Cuánto espera una respuesta que debería llegar enseguida. 0 s: para siempre.</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>Silencio más largo</translation>
    </message>
    <message>
        <source>A line on which nothing came for so long, not even a ping, is given up. 0 s: never.</source>
        <translation>Una línea por la que no ha llegado nada en tanto tiempo, ni un ping, se abandona. 0 s: nunca.</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Vuelve</translation>
    </message>
    <message>
        <source>Whether it connects again when its line is lost.</source>
        <translation>Si se conecta otra vez cuando pierde su línea.</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>Primera pausa</translation>
    </message>
    <message>
        <source>Before it comes back; doubles from one failure to the next.</source>
        <translation>Antes de volver; se dobla de un fallo al siguiente.</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Pausa más larga</translation>
    </message>
    <message>
        <source>The pause does not grow beyond this.</source>
        <translation>La pausa no crece más que esto.</translation>
    </message>
    <message>
        <source>Chance in the pause</source>
        <translation>Azar en la pausa</translation>
    </message>
    <message>
        <source>none: all come back at the same moment. equal: half of the pause is chance. full: all of it.</source>
        <translation>none: todos vuelven en el mismo momento. equal: la mitad de la pausa es azar. full: toda.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>What everybody in the room hears.</source>
        <translation>Lo que oyen todos en la sala.</translation>
    </message>
    <message>
        <source>The whole text as it is after the edit.</source>
        <translation>El texto entero tal como queda después de editarlo.</translation>
    </message>
    <message>
        <source>Steps per tick</source>
        <translation>Pasos por tic</translation>
    </message>
    <message>
        <source>Negative: backwards. 0: stop.</source>
        <translation>Negativo: hacia atrás. 0: parar.</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>By name: what each is for, a chat, a price, a document or a game. A room that is not named here is a chat.</source>
        <translation>Por nombre: para qué es cada una, un chat, un precio, un documento o un juego. Una sala que no esté aquí es un chat.</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>Conexiones como máximo</translation>
    </message>
    <message>
        <source>How many sockets and streams may be open at the same time.</source>
        <translation>Cuántos sockets y flujos pueden estar abiertos a la vez.</translation>
    </message>
    <message>
        <source>Messages kept</source>
        <translation>Mensajes guardados</translation>
    </message>
    <message>
        <source>How many messages of a room are kept for those who ask later or come back.</source>
        <translation>Cuántos mensajes de una sala se guardan para quien pregunte después o vuelva.</translation>
    </message>
    <message>
        <source>Time between pings</source>
        <translation>Tiempo entre pings</translation>
    </message>
    <message>
        <source>How often it asks each socket whether it is still there. 0 s: never.</source>
        <translation>Cada cuánto pregunta a cada socket si sigue ahí. 0 s: nunca.</translation>
    </message>
    <message>
        <source>Patience for a pong</source>
        <translation>Paciencia con un pong</translation>
    </message>
    <message>
        <source>A socket that has not answered a ping by then is given up.</source>
        <translation>Un socket que no haya contestado a un ping para entonces se abandona.</translation>
    </message>
    <message>
        <source>Say goodbye</source>
        <translation>Despedirse</translation>
    </message>
    <message>
        <source>On: when it stops it closes every socket with code 1001. Off: the connections just break.</source>
        <translation>Sí: cuando se detiene cierra cada socket con el código 1001. No: las conexiones simplemente se rompen.</translation>
    </message>
    <message>
        <source>Where messages are saved</source>
        <translation>Dónde se guardan los mensajes</translation>
    </message>
    <message>
        <source>The address at its service to which it posts every message.</source>
        <translation>La dirección de su servicio a la que envía cada mensaje.</translation>
    </message>
    <message>
        <source>Time per request</source>
        <translation>Tiempo por petición</translation>
    </message>
    <message>
        <source>Work for reading a request or a handshake.</source>
        <translation>Trabajo de leer una petición o un saludo.</translation>
    </message>
    <message>
        <source>Begins by itself</source>
        <translation>Empieza por sí solo</translation>
    </message>
    <message>
        <source>On: it sends from the start. Off: once told to.</source>
        <translation>Sí: envía desde el principio. No: cuando se le diga.</translation>
    </message>
    <message>
        <source>Who sends the next request</source>
        <translation>Quién envía la siguiente petición</translation>
    </message>
    <message>
        <source>open: somebody new, whether or not others still wait. closed: the same users, each after the answer and a pause.</source>
        <translation>open: alguien nuevo, esperen otros o no. closed: los mismos usuarios, cada uno tras la respuesta y una pausa.</translation>
    </message>
    <message>
        <source>Open: requests per second on average, at random moments.</source>
        <translation>Open: peticiones por segundo de media, en momentos al azar.</translation>
    </message>
    <message>
        <source>Time between requests</source>
        <translation>Tiempo entre peticiones</translation>
    </message>
    <message>
        <source>Open: in place of the rate, for other than random moments. 0 s: the rate counts.</source>
        <translation>Open: en lugar del ritmo, si los momentos no son al azar. 0 s: cuenta el ritmo.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Closed: how many people there are.</source>
        <translation>Closed: cuántas personas hay.</translation>
    </message>
    <message>
        <source>Time to think</source>
        <translation>Tiempo para pensar</translation>
    </message>
    <message>
        <source>Closed: from an answer to the same user&apos;s next request.</source>
        <translation>Closed: desde una respuesta hasta la siguiente petición del mismo usuario.</translation>
    </message>
    <message>
        <source>More and less over time</source>
        <translation>Más y menos con el tiempo</translation>
    </message>
    <message>
        <source>A factor on the rate or the users: a ramp, steps, bursts or a day, as {&quot;ramp&quot;: {&quot;from&quot;: 0, &quot;to&quot;: 2, &quot;over&quot;: &quot;60 s&quot;}}.</source>
        <translation>Un factor sobre el ritmo o los usuarios: una rampa, escalones, ráfagas o un día, como {&quot;ramp&quot;: {&quot;from&quot;: 0, &quot;to&quot;: 2, &quot;over&quot;: &quot;60 s&quot;}}.</translation>
    </message>
    <message>
        <source>What is asked for, each as often as its weight says. {key} becomes the number of a thing, {n} that of the request.</source>
        <translation>Lo que se pide, cada cosa tan a menudo como diga su peso. {key} será el número de una cosa, {n} el de la petición.</translation>
    </message>
    <message>
        <source>How often somebody asks again after a timeout or a server&apos;s error. POST and PATCH never.</source>
        <translation>Cuántas veces vuelve a pedir alguien tras una espera agotada o un error del servidor. POST y PATCH, nunca.</translation>
    </message>
    <message>
        <source>How it chooses</source>
        <translation>Cómo elige</translation>
    </message>
    <message>
        <source>random: by weights. round_robin: in turn. shortest_queue: fewest jobs. power_of_d: the shorter of a few that it looks at. least_work: least time to work. by_class: as the job&apos;s class says.</source>
        <translation>random: según los pesos. round_robin: por turno. shortest_queue: la de menos trabajos. power_of_d: la más corta de las pocas que mira. least_work: la de menos tiempo de trabajo. by_class: según la clase del trabajo.</translation>
    </message>
    <message>
        <source>Stations that it looks at</source>
        <translation>Estaciones que mira</translation>
    </message>
    <message>
        <source>For power_of_d: how many, chosen at random.</source>
        <translation>Para power_of_d: cuántas, elegidas al azar.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>For random: by station, as {&quot;a&quot;: 3, &quot;b&quot;: 1}. Others have 1.</source>
        <translation>Para random: por estación, como {&quot;a&quot;: 3, &quot;b&quot;: 1}. Las demás tienen 1.</translation>
    </message>
    <message>
        <source>Stations by class</source>
        <translation>Estaciones por clase</translation>
    </message>
    <message>
        <source>For by_class: where class 0 goes, class 1 and so on, as [&quot;a&quot;, &quot;b&quot;].</source>
        <translation>Para by_class: adónde va la clase 0, la clase 1 y así, como [&quot;a&quot;, &quot;b&quot;].</translation>
    </message>
    <message>
        <source>Parts of a job</source>
        <translation>Partes de un trabajo</translation>
    </message>
    <message>
        <source>0: as many as there are links that lead here.</source>
        <translation>0: tantas como enlaces llegan aquí.</translation>
    </message>
    <message>
        <source>Time before the next try</source>
        <translation>Tiempo hasta el siguiente intento</translation>
    </message>
    <message>
        <source>How long a job stays before it tries again.</source>
        <translation>Cuánto se queda un trabajo antes de intentarlo otra vez.</translation>
    </message>
    <message>
        <source>After so many a job gives up. 0: never.</source>
        <translation>Tras tantos, un trabajo se rinde. 0: nunca.</translation>
    </message>
    <message>
        <source>Jobs that come together</source>
        <translation>Trabajos que llegan juntos</translation>
    </message>
    <message>
        <source>A number, {&quot;uniform&quot;: [1, 4]}, {&quot;geometric&quot;: mean} or {&quot;shares&quot;: [of 1, of 2, ...]}.</source>
        <translation>Un número, {&quot;uniform&quot;: [1, 4]}, {&quot;geometric&quot;: media} o {&quot;shares&quot;: [de 1, de 2, ...]}.</translation>
    </message>
    <message>
        <source>Shares of classes</source>
        <translation>Partes de las clases</translation>
    </message>
    <message>
        <source>How many jobs are of class 0, 1 and so on, as [0.3, 0.7]. Empty: all are of the class above.</source>
        <translation>Cuántos trabajos son de la clase 0, 1 y así, como [0.3, 0.7]. Vacío: todos son de la clase de arriba.</translation>
    </message>
    <message>
        <source>fifo: as they came. lifo: the newest first. priority: class 0 first. sjf: the shortest first. srpt: whoever needs the least more. sharing: all at once, each slower. infinite: nobody waits. preemptive, psjf and srpt interrupt.</source>
        <translation>fifo: como llegaron. lifo: primero el más nuevo. priority: primero la clase 0. sjf: primero el más corto. srpt: a quien le falte menos. sharing: todos a la vez, cada uno más despacio. infinite: nadie espera. preemptive, psjf y srpt interrumpen.</translation>
    </message>
    <message>
        <source>Service time by class</source>
        <translation>Tiempo de servicio por clase</translation>
    </message>
    <message>
        <source>For classes that need more or less than others, as {&quot;1&quot;: {&quot;exponential&quot;: &quot;2 s&quot;}}.</source>
        <translation>Para clases que necesitan más o menos que otras, como {&quot;1&quot;: {&quot;exponential&quot;: &quot;2 s&quot;}}.</translation>
    </message>
    <message>
        <source>Patience in line</source>
        <translation>Paciencia en la cola</translation>
    </message>
    <message>
        <source>Who waits longer than that leaves. 0 s: nobody does.</source>
        <translation>Quien espera más que eso se va. 0 s: nadie.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Fichas</translation>
    </message>
    <message>
        <source>How many tokens come each second.</source>
        <translation>Cuántas fichas llegan por segundo.</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Cubo</translation>
    </message>
    <message>
        <source>How many tokens it holds; it is full at first.</source>
        <translation>Cuántas fichas caben; al principio está lleno.</translation>
    </message>
    <message>
        <source>Without a token</source>
        <translation>Sin ficha</translation>
    </message>
    <message>
        <source>drop: the job is turned away. delay: it waits.</source>
        <translation>drop: se rechaza el trabajo. delay: espera.</translation>
    </message>
    <message>
        <source>Room to wait</source>
        <translation>Sitio para esperar</translation>
    </message>
    <message>
        <source>With delay: how many can wait. 0: no limit.</source>
        <translation>Con delay: cuántos pueden esperar. 0: sin límite.</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Sitio en el disco</translation>
    </message>
    <message>
        <source>In pages of 4 KiB. A statement that needs one more fails. 0: enough for everything.</source>
        <translation>En páginas de 4 KiB. Una sentencia que necesita otra más falla. 0: suficiente para todo.</translation>
    </message>
    <message>
        <source>Clock is wrong by</source>
        <translation>El reloj se equivoca en</translation>
    </message>
    <message>
        <source>In seconds; more than 0: it is ahead. Tokens that it signs begin and end by this clock, and so it judges those of others.</source>
        <translation>En segundos; más de 0: va adelantado. Los tokens que firma empiezan y acaban según este reloj, y con él juzga los de otros.</translation>
    </message>
    <message>
        <source>Chat room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Name of what it finds</source>
        <translation>Nombre de lo que encuentra</translation>
    </message>
    <message>
        <source>Later blocks and templates find it under this name; a single row&apos;s columns as name_column.</source>
        <translation>Los bloques siguientes y las plantillas lo encuentran con este nombre; las columnas de una sola fila, como nombre_columna.</translation>
    </message>
    <message>
        <source>How often it tries again after the first time.</source>
        <translation>Cuántas veces lo intenta de nuevo después de la primera.</translation>
    </message>
    <message>
        <source>Pause before another try</source>
        <translation>Pausa antes de otro intento</translation>
    </message>
    <message>
        <source>Before the second try; it doubles with each further one.</source>
        <translation>Antes del segundo intento; se duplica con cada uno más.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>The answer&apos;s status: 200 is fine, 404 not found, and so on.</source>
        <translation>El estado de la respuesta: 200 es que va bien, 404 que no se encuentra, etc.</translation>
    </message>
    <message>
        <source>An object: {&quot;Cache-Control&quot;: &quot;max-age=60&quot;}.</source>
        <translation>Un objeto: {&quot;Cache-Control&quot;: &quot;max-age=60&quot;}.</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condición</translation>
    </message>
    <message>
        <source>As in a template: quantity &gt; 5 and user.role == &quot;admin&quot;. Names are those of the address, the body and what blocks found.</source>
        <translation>Como en una plantilla: quantity &gt; 5 and user.role == &quot;admin&quot;. Los nombres son los de la dirección, el cuerpo y lo que encontraron los bloques.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>The name of what a block found, or of a list in the body; with dots for a list inside.</source>
        <translation>El nombre de lo que encontró un bloque, o de una lista del cuerpo; con puntos para una lista de dentro.</translation>
    </message>
    <message>
        <source>Name of the row</source>
        <translation>Nombre de la fila</translation>
    </message>
    <message>
        <source>What the row whose turn it is is called inside; its columns are name_column.</source>
        <translation>Cómo se llama dentro la fila a la que le toca; sus columnas son nombre_columna.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>How many rounds it makes.</source>
        <translation>Cuántas vueltas da.</translation>
    </message>
    <message>
        <source>Name of the round</source>
        <translation>Nombre de la vuelta</translation>
    </message>
    <message>
        <source>Under this name blocks inside find which round it is, from 1.</source>
        <translation>Con este nombre los bloques de dentro encuentran qué vuelta es, desde 1.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>How long it works: a span, or a distribution like {&quot;exponential&quot;: &quot;5 ms&quot;}.</source>
        <translation>Cuánto trabaja: una duración o una distribución como {&quot;exponential&quot;: &quot;5 ms&quot;}.</translation>
    </message>
    <message>
        <source>Its name in the table of tasks of who does it.</source>
        <translation>Su nombre en la tabla de tareas de quien la hace.</translation>
    </message>
    <message>
        <source>What the task is told: {&quot;photo&quot;: &quot;{id}&quot;}.</source>
        <translation>Lo que se le dice a la tarea: {&quot;photo&quot;: &quot;{id}&quot;}.</translation>
    </message>
    <message>
        <source>A number, or a name in braces; higher goes first where the queue heeds it.</source>
        <translation>Un número o un nombre entre llaves; el mayor va primero si la cola lo tiene en cuenta.</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>No antes de</translation>
    </message>
    <message>
        <source>How long it waits at least.</source>
        <translation>Cuánto espera como mínimo.</translation>
    </message>
    <message>
        <source>Key of the task</source>
        <translation>Clave de la tarea</translation>
    </message>
    <message>
        <source>Of tasks with the same key only the first is done.</source>
        <translation>De las tareas con la misma clave solo se hace la primera.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Its name in the templates.</source>
        <translation>Su nombre entre las plantillas.</translation>
    </message>
    <message>
        <source>Number of the task</source>
        <translation>Número de la tarea</translation>
    </message>
    <message>
        <source>As the block that put it into the queue said.</source>
        <translation>El que dijo el bloque que la puso en la cola.</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>Sentencia SQL</translation>
    </message>
    <message>
        <source>Values are written as :name and stay values.</source>
        <translation>Los valores se escriben como :nombre y siguen siendo valores.</translation>
    </message>
    <message>
        <source>Paste values in</source>
        <translation>Pegar los valores</translation>
    </message>
    <message>
        <source>Puts {name} into the text as it came: this is how SQL injection happens.</source>
        <translation>Pone {nombre} en el texto tal como llegó: así ocurre la inyección de SQL.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expresión</translation>
    </message>
    <message>
        <source>In Django&apos;s way of writing: Photo.objects.get(id=:id).</source>
        <translation>A la manera de Django: Photo.objects.get(id=:id).</translation>
    </message>
    <message>
        <source>Fetch for each object</source>
        <translation>Traer por cada objeto</translation>
    </message>
    <message>
        <source>A relation that is asked for object by object: one query becomes N + 1.</source>
        <translation>Una relación que se pide objeto por objeto: una consulta se convierte en N + 1.</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>Aislamiento</translation>
    </message>
    <message>
        <source>How much it sees of what others do meanwhile.</source>
        <translation>Cuánto ve de lo que otros hacen mientras tanto.</translation>
    </message>
    <message>
        <source>Lock at once</source>
        <translation>Bloquear al empezar</translation>
    </message>
    <message>
        <source>SQLite: takes the lock for writing at the beginning.</source>
        <translation>SQLite: toma el bloqueo de escritura al principio.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Its name in the models.</source>
        <translation>Su nombre entre los modelos.</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operación</translation>
    </message>
    <message>
        <source>What it does there.</source>
        <translation>Qué hace allí.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Its words as a list: [&quot;GET&quot;, &quot;user:{id}&quot;].</source>
        <translation>Sus palabras como lista: [&quot;GET&quot;, &quot;user:{id}&quot;].</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>Its name in the store.</source>
        <translation>Su nombre en el almacén.</translation>
    </message>
    <message>
        <source>Which ones</source>
        <translation>Cuáles</translation>
    </message>
    <message>
        <source>A filter: {&quot;owner&quot;: &quot;{user}&quot;}.</source>
        <translation>Un filtro: {&quot;owner&quot;: &quot;{user}&quot;}.</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>Lo que se escribe</translation>
    </message>
    <message>
        <source>The change, or the document that is added.</source>
        <translation>El cambio, o el documento que se añade.</translation>
    </message>
    <message>
        <source>Which fields</source>
        <translation>Qué campos</translation>
    </message>
    <message>
        <source>Those of the answer: {&quot;title&quot;: 1}.</source>
        <translation>Los de la respuesta: {&quot;title&quot;: 1}.</translation>
    </message>
    <message>
        <source>{&quot;age&quot;: -1}: the oldest first.</source>
        <translation>{&quot;age&quot;: -1}: primero los de más edad.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>So many at the beginning.</source>
        <translation>Tantos del principio.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como mucho</translation>
    </message>
    <message>
        <source>How many there may be; 0: all.</source>
        <translation>Cuántos puede haber; 0: todos.</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>Solo si</translation>
    </message>
    <message>
        <source>A condition for writing: attribute_not_exists(id).</source>
        <translation>Una condición para escribir: attribute_not_exists(id).</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>What changes: SET #n = :name.</source>
        <translation>Lo que cambia: SET #n = :name.</translation>
    </message>
    <message>
        <source>Keys that fit</source>
        <translation>Claves que encajan</translation>
    </message>
    <message>
        <source>For a Query: page = :page.</source>
        <translation>Para una Query: page = :page.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>What of the found items is given back; all of them were read.</source>
        <translation>Qué se devuelve de lo encontrado; todo ello se ha leído.</translation>
    </message>
    <message>
        <source>Names in the expressions</source>
        <translation>Nombres en las expresiones</translation>
    </message>
    <message>
        <source>{&quot;#n&quot;: &quot;name&quot;}</source>
        <translation>{&quot;#n&quot;: &quot;nombre&quot;}</translation>
    </message>
    <message>
        <source>Values in the expressions</source>
        <translation>Valores en las expresiones</translation>
    </message>
    <message>
        <source>{&quot;:page&quot;: &quot;{page}&quot;}</source>
        <translation>Por ejemplo: {&quot;:page&quot;: &quot;{page}&quot;}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>The item&apos;s: {&quot;id&quot;: &quot;{id}&quot;}.</source>
        <translation>La del elemento: {&quot;id&quot;: &quot;{id}&quot;}.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Elemento</translation>
    </message>
    <message>
        <source>What PutItem writes.</source>
        <translation>Lo que escribe PutItem.</translation>
    </message>
    <message>
        <source>Go on behind</source>
        <translation>Seguir detrás de</translation>
    </message>
    <message>
        <source>The last key of the page before.</source>
        <translation>La última clave de la página anterior.</translation>
    </message>
    <message>
        <source>Last first</source>
        <translation>El último primero</translation>
    </message>
    <message>
        <source>The other way round.</source>
        <translation>En el orden contrario.</translation>
    </message>
    <message>
        <source>Consistent read</source>
        <translation>Lectura consistente</translation>
    </message>
    <message>
        <source>Never old, and twice as dear.</source>
        <translation>Nunca antigua, y el doble de cara.</translation>
    </message>
    <message>
        <source>Its name in the cache: user:{id}.</source>
        <translation>Su nombre en la caché: user:{id}.</translation>
    </message>
    <message>
        <source>Only one loads</source>
        <translation>Solo una carga</translation>
    </message>
    <message>
        <source>Of requests that miss the same at a time one runs the blocks; the others wait for it.</source>
        <translation>De las peticiones que a la vez no encuentran lo mismo, una ejecuta los bloques; las demás la esperan.</translation>
    </message>
    <message>
        <source>Remember nothing</source>
        <translation>Recordar que no hay nada</translation>
    </message>
    <message>
        <source>How long it keeps that there is nothing; 0 s: not at all.</source>
        <translation>Cuánto recuerda que no hay nada; 0 s: no lo recuerda.</translation>
    </message>
    <message>
        <source>How long the copy is good; 0 s: as the cache itself says.</source>
        <translation>Cuánto vale la copia; 0 s: lo que diga la propia caché.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Kept instead of what was found, with {name} filled in.</source>
        <translation>Se guarda en lugar de lo encontrado, con {nombre} rellenado.</translation>
    </message>
    <message>
        <source>The part&apos;s id.</source>
        <translation>El identificador de la pieza.</translation>
    </message>
    <message>
        <source>Client&apos;s name there</source>
        <translation>Nombre del cliente allí</translation>
    </message>
    <message>
        <source>How the provider knows this site.</source>
        <translation>Cómo conoce el proveedor a este sitio.</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Camino de vuelta</translation>
    </message>
    <message>
        <source>Where the browser comes back to, as registered there.</source>
        <translation>Adónde vuelve el navegador, tal como está registrado allí.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Alcance</translation>
    </message>
    <message>
        <source>What the site asks to know or to do.</source>
        <translation>Lo que el sitio pide saber o hacer.</translation>
    </message>
    <message>
        <source>With PKCE</source>
        <translation>Con PKCE</translation>
    </message>
    <message>
        <source>Off: whoever has the code can use it, a thief as well.</source>
        <translation>Apagado: quien tenga el código puede usarlo, también un ladrón.</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>A session, known by a cookie, or a signed token.</source>
        <translation>Una sesión, reconocida por una cookie, o un token firmado.</translation>
    </message>
    <message>
        <source>Column of the owner</source>
        <translation>Columna del dueño</translation>
    </message>
    <message>
        <source>Which column names the owner.</source>
        <translation>Qué columna nombra al dueño.</translation>
    </message>
    <message>
        <source>Hide that it is there</source>
        <translation>Ocultar que existe</translation>
    </message>
    <message>
        <source>404 instead of 403.</source>
        <translation>404 en lugar de 403.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>With the query string: /search?q={q}.</source>
        <translation>Con la cadena de consulta: /search?q={q}.</translation>
    </message>
    <message>
        <source>What is to be done there.</source>
        <translation>Lo que hay que hacer allí.</translation>
    </message>
    <message>
        <source>With {name} filled in.</source>
        <translation>Con {nombre} rellenado.</translation>
    </message>
    <message>
        <source>How long one try may take; 0 s: for ever.</source>
        <translation>Cuánto puede tardar un intento; 0 s: para siempre.</translation>
    </message>
    <message>
        <source>Key against doing it twice</source>
        <translation>Clave para no hacerlo dos veces</translation>
    </message>
    <message>
        <source>All tries carry the same Idempotency-Key.</source>
        <translation>Todos los intentos llevan la misma Idempotency-Key.</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>Cortacircuitos</translation>
    </message>
    <message>
        <source>An object: {&quot;failures&quot;: 5, &quot;window&quot;: &quot;10 s&quot;, &quot;open&quot;: &quot;30 s&quot;, &quot;trials&quot;: 1}.</source>
        <translation>Un objeto: {&quot;failures&quot;: 5, &quot;window&quot;: &quot;10 s&quot;, &quot;open&quot;: &quot;30 s&quot;, &quot;trials&quot;: 1}.</translation>
    </message>
    <message>
        <source>Who may</source>
        <translation>Quién puede</translation>
    </message>
    <message>
        <source>public, signed_in, or roles with commas: admin, editor.</source>
        <translation>public, signed_in o roles con comas: admin, editor.</translation>
    </message>
    <message>
        <source>Version of the API</source>
        <translation>Versión de la API</translation>
    </message>
    <message>
        <source>Which one it belongs to; empty: to all.</source>
        <translation>A cuál pertenece; vacío: a todas.</translation>
    </message>
    <message>
        <source>Deprecated since</source>
        <translation>Obsoleta desde</translation>
    </message>
    <message>
        <source>A day: 2026-01-01; empty: it is not.</source>
        <translation>Un día: 2026-01-01; vacío: no lo está.</translation>
    </message>
    <message>
        <source>Gone from</source>
        <translation>Retirada desde</translation>
    </message>
    <message>
        <source>The day it may be gone; empty: nobody says so.</source>
        <translation>El día en que puede desaparecer; vacío: nadie lo dice.</translation>
    </message>
    <message>
        <source>Several methods</source>
        <translation>Varios métodos</translation>
    </message>
    <message>
        <source>Instead of one, a list: [&quot;GET&quot;, &quot;HEAD&quot;].</source>
        <translation>En lugar de uno, una lista: [&quot;GET&quot;, &quot;HEAD&quot;].</translation>
    </message>
    <message>
        <source>As the framework writes it: /photos/&lt;int:id&gt; in Flask, /photos/:id in Express.</source>
        <translation>Como la escribe el framework: /photos/&lt;int:id&gt; en Flask, /photos/:id en Express.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What it is for, in the menu of routes.</source>
        <translation>Para qué sirve, en el menú de rutas.</translation>
    </message>
    <message>
        <source>Of the whole list: /photos.</source>
        <translation>La de la lista entera: /photos.</translation>
    </message>
    <message>
        <source>Who may write</source>
        <translation>Quién puede escribir</translation>
    </message>
    <message>
        <source>As above; empty: who may read.</source>
        <translation>Como arriba; vacío: quien puede leer.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Its name in the key-value store.</source>
        <translation>Su nombre en el almacén clave-valor.</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Patrón</translation>
    </message>
    <message>
        <source>* stands for anything: news.*.</source>
        <translation>* vale por cualquier cosa: news.*.</translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>App server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Runs your program: finds the route of a request and does what its handler says, with so many workers at a time.</source>
        <translation>Ejecuta tu programa: encuentra la ruta de una petición y hace lo que dice su manejador, con tantos trabajadores a la vez.</translation>
    </message>
    <message>
        <source>The assistant who fetches</source>
        <translation>La ayudante que va a buscar</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Navegador</translation>
    </message>
    <message>
        <source>Sends requests for a person and shows the answers. Keeps answers for as long as Cache-Control allows.</source>
        <translation>Envía peticiones por una persona y muestra las respuestas. Guarda las respuestas mientras Cache-Control lo permite.</translation>
    </message>
    <message>
        <source>You at your desk</source>
        <translation>Tú en tu mesa</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>Your desk drawer</source>
        <translation>El cajón de tu mesa</translation>
    </message>
    <message>
        <source>Sink</source>
        <translation>Sumidero</translation>
    </message>
    <message>
        <source>Jobs leave here; measures their whole way.</source>
        <translation>Los trabajos salen por aquí; mide todo su camino.</translation>
    </message>
    <message>
        <source>The way out</source>
        <translation>La salida</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Jobs enter here, for comparing with queueing theory.</source>
        <translation>Los trabajos entran por aquí, para comparar con la teoría de colas.</translation>
    </message>
    <message>
        <source>The door of the shop</source>
        <translation>La puerta de la tienda</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Estación</translation>
    </message>
    <message>
        <source>Servers with one line, for comparing with queueing theory.</source>
        <translation>Servidores con una sola cola, para comparar con la teoría de colas.</translation>
    </message>
    <message>
        <source>The counter with its line</source>
        <translation>El mostrador con su cola</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Keeps rows in tables and answers SQL. A real SQLite runs every statement; its steps become time.</source>
        <translation>Guarda filas en tablas y responde a SQL. Un SQLite de verdad ejecuta cada sentencia; sus pasos se vuelven tiempo.</translation>
    </message>
    <message>
        <source>The library across town</source>
        <translation>La biblioteca al otro lado de la ciudad</translation>
    </message>
    <message>
        <source>Attacker</source>
        <translation>Atacante</translation>
    </message>
    <message>
        <source>Wants in: guesses passwords, uses what was overheard, injects, floods, forges, and lures browsers to a page.</source>
        <translation>Quiere entrar: adivina contraseñas, usa lo escuchado, inyecta, inunda, falsifica y atrae navegadores a una página.</translation>
    </message>
    <message>
        <source>Somebody who tries every door</source>
        <translation>Alguien que prueba todas las puertas</translation>
    </message>
    <message>
        <source>Document store</source>
        <translation>Almacén de documentos</translation>
    </message>
    <message>
        <source>Keeps whole documents in collections and finds them by their fields, as MongoDB does. It joins nothing.</source>
        <translation>Guarda documentos enteros en colecciones y los encuentra por sus campos, como MongoDB. No une nada.</translation>
    </message>
    <message>
        <source>A cabinet of folders</source>
        <translation>Un archivador de carpetas</translation>
    </message>
    <message>
        <source>Eavesdropper</source>
        <translation>Espía</translation>
    </message>
    <message>
        <source>Sits on a link and reads what is not sealed: passwords, cookies, tokens. Of sealed messages it sees the size.</source>
        <translation>Está en un enlace y lee lo que no va sellado: contraseñas, cookies, tokens. De lo sellado ve el tamaño.</translation>
    </message>
    <message>
        <source>Somebody who reads postcards on the way</source>
        <translation>Alguien que lee postales por el camino</translation>
    </message>
    <message>
        <source>Service of others</source>
        <translation>Servicio de otros</translation>
    </message>
    <message>
        <source>An API that somebody else runs: weather, payments or e-mail, with a key, a quota and bad days.</source>
        <translation>Una API que lleva otra gente: tiempo, pagos o correo, con una clave, una cuota y días malos.</translation>
    </message>
    <message>
        <source>The shop next door that you phone</source>
        <translation>La tienda de al lado a la que llamas</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>Proveedor de identidad</translation>
    </message>
    <message>
        <source>&quot;Sign in with ...&quot;: says to other sites who somebody is, without telling them the password.</source>
        <translation>«Entrar con...»: dice a otros sitios quién es alguien, sin darles la contraseña.</translation>
    </message>
    <message>
        <source>The office that issues identity cards</source>
        <translation>La oficina que emite los carnés</translation>
    </message>
    <message>
        <source>Key-value store</source>
        <translation>Almacén clave-valor</translation>
    </message>
    <message>
        <source>Keeps texts, counters, hashes, lists and rankings in memory, each under its key, as Redis does.</source>
        <translation>Guarda textos, contadores, hashes, listas y clasificaciones en memoria, cada cosa bajo su clave, como Redis.</translation>
    </message>
    <message>
        <source>The cloakroom with its numbers</source>
        <translation>El guardarropa con sus números</translation>
    </message>
    <message>
        <source>Partitioned table</source>
        <translation>Tabla particionada</translation>
    </message>
    <message>
        <source>Keeps items under a partition key and a sort key, spread over partitions with a capacity each, as DynamoDB does.</source>
        <translation>Guarda elementos bajo una clave de partición y una clave de orden, repartidos en particiones con su propia capacidad, como hace DynamoDB.</translation>
    </message>
    <message>
        <source>Counters by the first letter of the name</source>
        <translation>Mostradores según la primera letra del nombre</translation>
    </message>
    <message>
        <source>Load balancer</source>
        <translation>Balanceador de carga</translation>
    </message>
    <message>
        <source>Shares requests among several servers that do the same, and leaves out those that do not answer.</source>
        <translation>Reparte las peticiones entre varios servidores que hacen lo mismo, y deja fuera a los que no contestan.</translation>
    </message>
    <message>
        <source>The host who shows you to a table</source>
        <translation>Quien te acompaña a una mesa</translation>
    </message>
    <message>
        <source>Rate limiter</source>
        <translation>Limitador</translation>
    </message>
    <message>
        <source>Lets through so many requests in a time, and refuses the others at once with 429.</source>
        <translation>Deja pasar tantas peticiones en un tiempo, y rechaza las demás enseguida con 429.</translation>
    </message>
    <message>
        <source>The doorman who counts</source>
        <translation>El portero que cuenta</translation>
    </message>
    <message>
        <source>Keeps answers in memory for a while. When it is full, one has to go: which, its policy says.</source>
        <translation>Guarda respuestas en memoria un tiempo. Cuando está llena, una tiene que irse: cuál, lo dice su política.</translation>
    </message>
    <message>
        <source>CDN</source>
        <translation>CDN</translation>
    </message>
    <message>
        <source>A shared cache of answers between clients and the origin, near the clients. Each answer says in X-Cache where it came from.</source>
        <translation>Una caché de respuestas compartida entre los clientes y el origen, cerca de los clientes. Cada respuesta dice en X-Cache de dónde viene.</translation>
    </message>
    <message>
        <source>The corner shop that stocks what the factory makes</source>
        <translation>La tienda de la esquina que tiene lo que hace la fábrica</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Planificador</translation>
    </message>
    <message>
        <source>Puts tasks into a queue when their time has come: each night, each Monday, every 30 seconds.</source>
        <translation>Pone tareas en una cola cuando llega su hora: cada noche, cada lunes, cada 30 segundos.</translation>
    </message>
    <message>
        <source>The alarm clock</source>
        <translation>El despertador</translation>
    </message>
    <message>
        <source>Task queue</source>
        <translation>Cola de tareas</translation>
    </message>
    <message>
        <source>Keeps tasks in line until a worker has time, so that nobody has to wait for them, and knows what became of each.</source>
        <translation>Tiene las tareas en cola hasta que un trabajador tiene tiempo, para que nadie tenga que esperarlas, y sabe qué fue de cada una.</translation>
    </message>
    <message>
        <source>The tray of orders</source>
        <translation>La bandeja de pedidos</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Takes tasks from a queue and does them in the background: mails, pictures, reports, imports.</source>
        <translation>Toma tareas de una cola y las hace en segundo plano: correos, imágenes, informes, importaciones.</translation>
    </message>
    <message>
        <source>The kitchen behind the counter</source>
        <translation>La cocina detrás del mostrador</translation>
    </message>
    <message>
        <source>Live client</source>
        <translation>Cliente en vivo</translation>
    </message>
    <message>
        <source>A person, or a crowd, with an app that shows what is new the moment it hears of it.</source>
        <translation>Una persona, o una multitud, con una aplicación que muestra lo nuevo en cuanto se entera.</translation>
    </message>
    <message>
        <source>Somebody who waits for news: at the letter box or on the phone</source>
        <translation>Alguien que espera noticias: junto al buzón o al teléfono</translation>
    </message>
    <message>
        <source>Socket hub</source>
        <translation>Centro de sockets</translation>
    </message>
    <message>
        <source>Keeps lines to many clients open and tells everybody in a room what one of them says.</source>
        <translation>Mantiene abiertas líneas con muchos clientes y cuenta a todos en una sala lo que dice uno.</translation>
    </message>
    <message>
        <source>The telephone exchange with its party lines</source>
        <translation>La centralita con sus líneas compartidas</translation>
    </message>
    <message>
        <source>Crowd</source>
        <translation>Multitud</translation>
    </message>
    <message>
        <source>Many people who send requests. Keeps no answers.</source>
        <translation>Mucha gente que envía peticiones. No guarda respuestas.</translation>
    </message>
    <message>
        <source>The line outside on the first day of the sale</source>
        <translation>La cola en la calle el primer día de rebajas</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>Repartidor</translation>
    </message>
    <message>
        <source>Sends each job to one of several stations.</source>
        <translation>Envía cada trabajo a una de varias estaciones.</translation>
    </message>
    <message>
        <source>The sign that says which counter is next</source>
        <translation>El cartel que dice qué mostrador sigue</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Bifurcación</translation>
    </message>
    <message>
        <source>Splits a job into parts, one for each station behind it.</source>
        <translation>Divide un trabajo en partes, una para cada estación que le sigue.</translation>
    </message>
    <message>
        <source>One order, several cooks</source>
        <translation>Un pedido, varios cocineros</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>Waits for all parts of a job, then sends it on as one.</source>
        <translation>Espera todas las partes de un trabajo y luego lo envía como uno solo.</translation>
    </message>
    <message>
        <source>The tray that leaves when every dish is on it</source>
        <translation>La bandeja que sale cuando están todos los platos</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Órbita</translation>
    </message>
    <message>
        <source>Jobs that found no room wait here and try again.</source>
        <translation>Los trabajos que no hallaron sitio esperan aquí y lo intentan otra vez.</translation>
    </message>
    <message>
        <source>Walking around the block until there is a table</source>
        <translation>Dar la vuelta a la manzana hasta que haya mesa</translation>
    </message>
    <message>
        <source>Token bucket</source>
        <translation>Cubo de fichas</translation>
    </message>
    <message>
        <source>Lets a job through for a token; tokens come at a steady rate.</source>
        <translation>Deja pasar un trabajo a cambio de una ficha; llegan a ritmo constante.</translation>
    </message>
    <message>
        <source>The turnstile that takes a coin</source>
        <translation>El torniquete que acepta una moneda</translation>
    </message>
</context>
<context>
    <name>roundtrip::Actions</name>
    <message>
        <source>Show what is chosen</source>
        <translation>Mostrar lo elegido</translation>
    </message>
    <message>
        <source>Analogy</source>
        <translation>Analogía</translation>
    </message>
    <message>
        <source>Analogy: %1</source>
        <translation>Analogía: %1</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Al principio</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Paso atrás</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>Next lesson step</source>
        <translation>Paso siguiente de la lección</translation>
    </message>
    <message>
        <source>Previous lesson step</source>
        <translation>Paso anterior de la lección</translation>
    </message>
    <message>
        <source>Start the lesson again</source>
        <translation>Empezar la lección de nuevo</translation>
    </message>
    <message>
        <source>Show all parts</source>
        <translation>Ver todas las piezas</translation>
    </message>
    <message>
        <source>Stage nearer</source>
        <translation>Acercar el escenario</translation>
    </message>
    <message>
        <source>Stage farther</source>
        <translation>Alejar el escenario</translation>
    </message>
    <message>
        <source>Everything larger</source>
        <translation>Todo más grande</translation>
    </message>
    <message>
        <source>Everything smaller</source>
        <translation>Todo más pequeño</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>Tamaño normal</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Proyector</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast for projectors</source>
        <translation>Alto contraste para proyectores</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Show the lesson</source>
        <translation>Mostrar la lección</translation>
    </message>
    <message>
        <source>Show the inspector</source>
        <translation>Mostrar el inspector</translation>
    </message>
    <message>
        <source>Show the timeline</source>
        <translation>Mostrar la línea de tiempo</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Teclas y ayuda</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Todas las lecciones</translation>
    </message>
    <message>
        <source>Start this step again</source>
        <translation>Empezar de nuevo este paso</translation>
    </message>
    <message>
        <source>Compare A | B</source>
        <translation>Comparar A | B</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glosario</translation>
    </message>
    <message>
        <source>Save handout (PDF)…</source>
        <translation>Guardar hoja resumen (PDF)…</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Taller</translation>
    </message>
    <message>
        <source>Open this in the sandbox</source>
        <translation>Abrir esto en el taller</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Select all parts</source>
        <translation>Elegir todas las piezas</translation>
    </message>
    <message>
        <source>Join with another part</source>
        <translation>Unir con otra pieza</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Poner en marcha</translation>
    </message>
    <message>
        <source>Arrange all parts</source>
        <translation>Ordenar todas las piezas</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Añadir una nota</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Agrupar</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Desagrupar</translation>
    </message>
    <message>
        <source>Left edges in line</source>
        <translation>Alinear a la izquierda</translation>
    </message>
    <message>
        <source>Middles in line, one above the other</source>
        <translation>Alinear los centros, uno sobre otro</translation>
    </message>
    <message>
        <source>Right edges in line</source>
        <translation>Alinear a la derecha</translation>
    </message>
    <message>
        <source>Upper edges in line</source>
        <translation>Alinear arriba</translation>
    </message>
    <message>
        <source>Middles in line, side by side</source>
        <translation>Alinear los centros, lado a lado</translation>
    </message>
    <message>
        <source>Lower edges in line</source>
        <translation>Alinear abajo</translation>
    </message>
    <message>
        <source>Same gaps from left to right</source>
        <translation>Mismos huecos de izquierda a derecha</translation>
    </message>
    <message>
        <source>Same gaps from top to bottom</source>
        <translation>Mismos huecos de arriba abajo</translation>
    </message>
    <message>
        <source>Show what is busy</source>
        <translation>Mostrar lo que está ocupado</translation>
    </message>
    <message>
        <source>Share as a line of text…</source>
        <translation>Compartir como línea de texto…</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>Guardar como imagen…</translation>
    </message>
    <message>
        <source>Save as animation…</source>
        <translation>Guardar como animación…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>roundtrip::CacheModel</name>
    <message>
        <source>expired</source>
        <translation>caducada</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Le queda</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>roundtrip::CanvasWidget</name>
    <message>
        <source>%1, not there yet</source>
        <translation>%1, todavía no está</translation>
    </message>
    <message>
        <source>%1, taken away</source>
        <translation>%1, ya no está</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>Message %1, on its way from %2 to %3</source>
        <translation>Mensaje %1, de camino de %2 a %3</translation>
    </message>
    <message>
        <source>Link from %1 to %2, %3 each way</source>
        <translation>Enlace de %1 a %2, %3 en cada sentido</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Nota: %1</translation>
    </message>
</context>
<context>
    <name>roundtrip::CodeView</name>
    <message>
        <source>No framework</source>
        <translation>Sin framework</translation>
    </message>
    <message>
        <source>How the page asks</source>
        <translation>Cómo pregunta la página</translation>
    </message>
    <message>
        <source>Written with</source>
        <translation>Escrito con</translation>
    </message>
    <message>
        <source>How the server&apos;s program answers</source>
        <translation>Cómo contesta el programa del servidor</translation>
    </message>
    <message>
        <source>Send a request and step through it: here stands the code that sends it, and the code that answers.</source>
        <translation>Envía una petición y recórrela paso a paso: aquí aparece el código que la envía y el que la contesta.</translation>
    </message>
    <message>
        <source>No handler of the server has been found for it so far.</source>
        <translation>Todavía no se ha encontrado ningún manejador del servidor para ella.</translation>
    </message>
    <message>
        <source>How %1&apos;s program answers</source>
        <translation>Cómo contesta el programa de %1</translation>
    </message>
    <message>
        <source>This route is not written as a handler.</source>
        <translation>Esta ruta no está escrita como manejador.</translation>
    </message>
</context>
<context>
    <name>roundtrip::CompareSide</name>
    <message>
        <source>Stage of A</source>
        <translation>Escena de A</translation>
    </message>
    <message>
        <source>Stage of B</source>
        <translation>Escena de B</translation>
    </message>
</context>
<context>
    <name>roundtrip::CompareView</name>
    <message>
        <source>the same</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>only in B</source>
        <translation>solo en B</translation>
    </message>
    <message>
        <source>only in A</source>
        <translation>solo en A</translation>
    </message>
    <message>
        <source>nearly the same</source>
        <translation>casi igual</translation>
    </message>
    <message>
        <source>A is %1 × B</source>
        <translation>A es %1 × B</translation>
    </message>
    <message>
        <source>B is %1 × A</source>
        <translation>B es %1 × A</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Change what differs…</source>
        <translation>Cambiar la diferencia…</translation>
    </message>
    <message>
        <source>Figure so far</source>
        <translation>Dato hasta ahora</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>diferencia</translation>
    </message>
    <message>
        <source>Figures of both sides</source>
        <translation>Datos de los dos lados</translation>
    </message>
    <message>
        <source>nothing differs yet</source>
        <translation>aún no hay diferencia</translation>
    </message>
    <message>
        <source>same inputs, same moments, same seed</source>
        <translation>mismas entradas, mismos momentos, misma semilla</translation>
    </message>
    <message>
        <source>Simulating…</source>
        <translation>Simulando…</translation>
    </message>
    <message>
        <source>changed by you</source>
        <translation>cambiado por ti</translation>
    </message>
</context>
<context>
    <name>roundtrip::DifferenceDialog</name>
    <message>
        <source>What is different in B?</source>
        <translation>¿Qué es distinto en B?</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Nothing yet: both sides are the same. Choose a setting below.</source>
        <translation>Todavía nada: los dos lados son iguales. Elige un ajuste abajo.</translation>
    </message>
    <message>
        <source>Add this difference</source>
        <translation>Añadir esta diferencia</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Part or line:</source>
        <translation>Pieza o línea:</translation>
    </message>
    <message>
        <source>Setting:</source>
        <translation>Ajuste:</translation>
    </message>
    <message>
        <source>In B it is:</source>
        <translation>En B es:</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>roundtrip::EventList</name>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Caching</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>Todas las piezas</translation>
    </message>
    <message>
        <source>Show which events</source>
        <translation>Qué sucesos mostrar</translation>
    </message>
    <message>
        <source>Show events of which part</source>
        <translation>De qué pieza mostrar sucesos</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sucesos</translation>
    </message>
</context>
<context>
    <name>roundtrip::EventModel</name>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Pieza</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
</context>
<context>
    <name>roundtrip::FigureChart</name>
    <message>
        <source>how long each request took</source>
        <translation>cuánto tardó cada petición</translation>
    </message>
    <message>
        <source>simulated time, s</source>
        <translation>tiempo simulado, s</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>Gráfico: %1</translation>
    </message>
</context>
<context>
    <name>roundtrip::FirstHints</name>
    <message>
        <source>Choose an answer first</source>
        <translation>Primero elige una respuesta</translation>
    </message>
    <message>
        <source>Press this button first</source>
        <translation>Primero pulsa este botón</translation>
    </message>
    <message>
        <source>Step back and forth here</source>
        <translation>Aquí avanzas y retrocedes</translation>
    </message>
    <message>
        <source>Click a moving message to read it</source>
        <translation>Haz clic en un mensaje en camino para leerlo</translation>
    </message>
</context>
<context>
    <name>roundtrip::GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>Glosario</translation>
    </message>
    <message>
        <source>Search a word</source>
        <translation>Buscar una palabra</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Qué significa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>No word fits “%1”. Try a shorter one.</source>
        <translation>Ninguna palabra encaja con «%1». Prueba con una más corta.</translation>
    </message>
    <message>
        <source>See also:</source>
        <translation>Véase también:</translation>
    </message>
    <message>
        <source>Lessons about it:</source>
        <translation>Lecciones sobre esto:</translation>
    </message>
</context>
<context>
    <name>roundtrip::HelpDialog</name>
    <message>
        <source>Parts and lines that you add or take away while it runs join or leave the run.</source>
        <translation>Las piezas y líneas que añades o quitas en marcha se unen al recorrido o lo dejan.</translation>
    </message>
    <message>
        <source>On the blocks of a route: arrows go from block to block, Return opens one, Alt with arrows puts it elsewhere, Ctrl+D copies it, Delete takes it out. In the console Ctrl+Return asks.</source>
        <translation>En los bloques de una ruta: las flechas van de bloque en bloque, Intro abre uno, Alt con flechas lo lleva a otro sitio, Ctrl+D lo copia, Supr lo quita. En la consola, Ctrl+Intro pregunta.</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Teclas y ayuda</translation>
    </message>
    <message>
        <source>How to read the stage</source>
        <translation>Cómo leer el escenario</translation>
    </message>
    <message>
        <source>Every shape that moves is a message of the simulation. Circles are requests, squares answers, pills questions to the cache or the database, crosses errors. Click one to read it.</source>
        <translation>Cada forma que se mueve es un mensaje de la simulación. Los círculos son peticiones, los cuadrados respuestas, las píldoras preguntas a la caché o a la base de datos, las cruces errores. Pulsa una para leerla.</translation>
    </message>
    <message>
        <source>Story time gives every event a moment, however short it was; the real durations stand beside. True scale lets time pass as it does.</source>
        <translation>El tiempo de relato da un momento a cada suceso, por corto que fuera; al lado están las duraciones reales. La escala real deja pasar el tiempo tal cual.</translation>
    </message>
    <message>
        <source>Step back whenever you like. If you do something in the past, a new run begins there; the old one stays in the list of runs.</source>
        <translation>Da un paso atrás cuando quieras. Si haces algo en el pasado, ahí empieza otro recorrido; el anterior queda en la lista de recorridos.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Compare A | B plays two variants side by side: the lesson&apos;s, or what you did so far with one setting changed. The analogy shows the same run as an everyday picture. Unknown words stand in the glossary.</source>
        <translation>Comparar A | B muestra dos variantes lado a lado: las de la lección, o lo que has hecho hasta ahora con un ajuste cambiado. La analogía muestra lo mismo como una escena cotidiana. Las palabras desconocidas están en el glosario.</translation>
    </message>
    <message>
        <source>On the stage: arrows go from part to part, Return inspects one, L picks the next line of a part, M the next message, plus and minus zoom, 0 shows everything. In the sandbox also: J joins the chosen part with another (arrows aim, Return joins), Ctrl with arrows moves, Delete removes.</source>
        <translation>En el escenario: las flechas van de pieza en pieza, Intro inspecciona una, L elige la línea siguiente de una pieza, M el mensaje siguiente, más y menos acercan y alejan, 0 lo muestra todo. En el taller también: J une la pieza elegida con otra (las flechas apuntan, Intro une), Ctrl con flechas mueve, Supr quita.</translation>
    </message>
    <message>
        <source>In the sandbox you build a topology of your own: drag parts from the left, join them at their round handles, press Run. Everything can be undone. The tabs below the stage tell what is slow and why, and let things happen by themselves; the menu has examples and challenges.</source>
        <translation>En el taller construyes tu propia topología: arrastra piezas desde la izquierda, únelas por sus botones redondos y pulsa Poner en marcha. Todo se puede deshacer. Las pestañas bajo el escenario dicen qué es lento y por qué, y dejan que pasen cosas por sí solas; en el menú hay ejemplos y retos.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>roundtrip::HomeView</name>
    <message>
        <source>What happens after you press the button?</source>
        <translation>¿Qué pasa después de pulsar el botón?</translation>
    </message>
    <message numerus="yes">
        <source>%n lesson(s)</source>
        <translation>
            <numerusform>%n lección</numerusform>
            <numerusform>%n lecciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>aproximadamente %n minuto</numerusform>
            <numerusform>unos %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Send a request, watch where it goes, then break it.</source>
        <translation>Envía una petición, mira adónde va y luego rómpela.</translation>
    </message>
    <message>
        <source>Continue: %1, step %2 of %3</source>
        <translation>Continuar: %1, paso %2 de %3</translation>
    </message>
    <message>
        <source>Begin: %1</source>
        <translation>Empezar: %1</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left.</source>
        <translation>
            <numerusform>Queda aproximadamente %n minuto.</numerusform>
            <numerusform>Quedan unos %n minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Your lessons</source>
        <translation>Tus lecciones</translation>
    </message>
    <message>
        <source>Your own lessons…</source>
        <translation>Tus propias lecciones…</translation>
    </message>
    <message>
        <source>Open their folder</source>
        <translation>Abrir su carpeta</translation>
    </message>
    <message>
        <source>The folder where lessons of your own are found</source>
        <translation>La carpeta donde se buscan tus propias lecciones</translation>
    </message>
    <message numerus="yes">
        <source>This lesson has %n problem(s) and cannot be opened.</source>
        <translation>
            <numerusform>Esta lección tiene %n problema y no se puede abrir.</numerusform>
            <numerusform>Esta lección tiene %n problemas y no se puede abrir.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::LearnerButton</name>
    <message>
        <source>Learner: %1</source>
        <translation>Alumno: %1</translation>
    </message>
    <message>
        <source>Who is learning: %1</source>
        <translation>Quién aprende: %1</translation>
    </message>
    <message>
        <source>New learner…</source>
        <translation>Nuevo alumno…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Export results…</source>
        <translation>Exportar resultados…</translation>
    </message>
    <message>
        <source>Delete everything about %1…</source>
        <translation>Borrar todo sobre %1…</translation>
    </message>
    <message>
        <source>Name of the learner:</source>
        <translation>Nombre del alumno:</translation>
    </message>
    <message>
        <source>New learner</source>
        <translation>Nuevo alumno</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Exportar resultados</translation>
    </message>
    <message>
        <source>results</source>
        <translation>resultados</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>xAPI statements (*.json)</source>
        <translation>Declaraciones xAPI (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>No se pudo escribir %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of %1 were written to %2.</source>
        <translation>
            <numerusform>Se escribió %n resultado de %1 en %2.</numerusform>
            <numerusform>Se escribieron %n resultados de %1 en %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete everything about %1</source>
        <translation>Borrar todo sobre %1</translation>
    </message>
    <message>
        <source>Delete everything about %1?</source>
        <translation>¿Borrar todo sobre %1?</translation>
    </message>
    <message>
        <source>Where they are in each lesson and all their results will be gone from this computer, and cannot be brought back. Files that were exported stay.</source>
        <translation>Por dónde va en cada lección y todos sus resultados desaparecerán de este ordenador y no se podrán recuperar. Los archivos exportados se quedan.</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Everything about %1 is gone.</source>
        <translation>Ya no queda nada sobre %1.</translation>
    </message>
</context>
<context>
    <name>roundtrip::Legend</name>
    <message>
        <source>request</source>
        <translation>petición</translation>
    </message>
    <message>
        <source>response</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>query</source>
        <translation>consulta</translation>
    </message>
    <message>
        <source>result</source>
        <translation>resultado</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tarea</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>señal</translation>
    </message>
</context>
<context>
    <name>roundtrip::LessonHandout</name>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
</context>
<context>
    <name>roundtrip::LessonPanel</name>
    <message>
        <source>Something of this step has not happened yet. Press the buttons once more, from the first on, each when the one before is over.</source>
        <translation>Algo de este paso aún no ha pasado. Pulsa otra vez los botones, desde el primero, cada uno cuando haya acabado el anterior.</translation>
    </message>
    <message>
        <source>%1 — step %2 of %3</source>
        <translation>%1 — paso %2 de %3</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Paso %1 de %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>First see what this step is about: press its button and watch to the end.</source>
        <translation>Primero mira de qué va este paso: pulsa su botón y míralo hasta el final.</translation>
    </message>
    <message>
        <source>Just now · %1</source>
        <translation>Ahora mismo · %1</translation>
    </message>
    <message>
        <source>You saw it coming.</source>
        <translation>Lo viste venir.</translation>
    </message>
    <message>
        <source>It went another way: %1</source>
        <translation>Fue de otra manera: %1</translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation>Reto</translation>
    </message>
    <message>
        <source>Try it yourself</source>
        <translation>Pruébalo</translation>
    </message>
    <message>
        <source>First say what you expect.</source>
        <translation>Primero di qué esperas.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Pista</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Correcto.</translation>
    </message>
    <message>
        <source>Not quite. Try another one.</source>
        <translation>No del todo. Prueba con otra.</translation>
    </message>
    <message>
        <source>Show me that moment</source>
        <translation>Enséñame ese momento</translation>
    </message>
    <message>
        <source>Where this leads</source>
        <translation>Adónde lleva esto</translation>
    </message>
    <message>
        <source>Words:</source>
        <translation>Palabras:</translation>
    </message>
    <message>
        <source>Lessons:</source>
        <translation>Lecciones:</translation>
    </message>
</context>
<context>
    <name>roundtrip::LessonTile</name>
    <message>
        <source>%1 %2 of %3 steps done.</source>
        <translation>%1 %2 de %3 pasos hechos.</translation>
    </message>
</context>
<context>
    <name>roundtrip::MainWindow</name>
    <message>
        <source>This lesson has changed since you were here, so it starts anew.</source>
        <translation>Esta lección ha cambiado desde que estuviste aquí, así que empieza de nuevo.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Save handout</source>
        <translation>Guardar hoja resumen</translation>
    </message>
    <message>
        <source>The handout was saved as %1.</source>
        <translation>La hoja resumen se guardó como %1.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>No se pudo escribir %1.</translation>
    </message>
</context>
<context>
    <name>roundtrip::MessageView</name>
    <message>
        <source>Query plan</source>
        <translation>Plan de la consulta</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>En qué se fue el tiempo</translation>
    </message>
    <message>
        <source>hop</source>
        <translation>tramo</translation>
    </message>
    <message>
        <source>start</source>
        <translation>inicio</translation>
    </message>
    <message>
        <source>took</source>
        <translation>duró</translation>
    </message>
    <message>
        <source>What is on the wire</source>
        <translation>Lo que va por el cable</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Send a request, then step through it.</source>
        <translation>Aún no ha pasado nada. Envía una petición y recórrela paso a paso.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%n row(s) · %2 VM steps · %3</source>
        <translation>
            <numerusform>%1
%n fila · %2 pasos de la máquina virtual · %3</numerusform>
            <numerusform>%1
%n filas · %2 pasos de la máquina virtual · %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Why the other routes do not match</source>
        <translation>Por qué no encajan las otras rutas</translation>
    </message>
    <message>
        <source>another address</source>
        <translation>otra dirección</translation>
    </message>
    <message>
        <source>another verb</source>
        <translation>otro verbo</translation>
    </message>
    <message>
        <source>an earlier one fits, too</source>
        <translation>antes encaja otra</translation>
    </message>
    <message>
        <source>%1 cannot be %2</source>
        <translation>%1 no puede ser %2</translation>
    </message>
</context>
<context>
    <name>roundtrip::MetricsView</name>
    <message>
        <source>All requests of this step so far, of every try:</source>
        <translation>Todas las peticiones de este paso hasta ahora, de todos los intentos:</translation>
    </message>
    <message>
        <source>All requests so far:</source>
        <translation>Todas las peticiones hasta ahora:</translation>
    </message>
    <message>
        <source>Latency of each request</source>
        <translation>Latencia de cada petición</translation>
    </message>
    <message>
        <source>How often which latency</source>
        <translation>Cuántas veces cada latencia</translation>
    </message>
    <message>
        <source>simulated time, s</source>
        <translation>tiempo simulado, s</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>latency, ms</source>
        <translation>latencia, ms</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>peticiones</translation>
    </message>
    <message>
        <source>Chart: latency over time</source>
        <translation>Gráfico: latencia en el tiempo</translation>
    </message>
    <message>
        <source>Chart: histogram of latency</source>
        <translation>Gráfico: histograma de latencia</translation>
    </message>
    <message>
        <source>No request has ended yet.</source>
        <translation>Aún no ha terminado ninguna petición.</translation>
    </message>
    <message>
        <source>median</source>
        <translation>mediana</translation>
    </message>
    <message>
        <source>95 of 100 below</source>
        <translation>95 de cada 100 por debajo</translation>
    </message>
    <message>
        <source>99 of 100 below</source>
        <translation>99 de cada 100 por debajo</translation>
    </message>
    <message>
        <source>cache hit ratio</source>
        <translation>aciertos de caché</translation>
    </message>
    <message>
        <source>database queries</source>
        <translation>consultas a la base</translation>
    </message>
    <message>
        <source>stale answers</source>
        <translation>respuestas obsoletas</translation>
    </message>
    <message>
        <source>oldest stale answer</source>
        <translation>la más obsoleta</translation>
    </message>
    <message>
        <source>tasks done</source>
        <translation>tareas hechas</translation>
    </message>
</context>
<context>
    <name>roundtrip::NodeView</name>
    <message>
        <source>Taken away: at this moment it is not there.</source>
        <translation>Quitada: en este momento no está.</translation>
    </message>
    <message>
        <source>At this moment it is not there yet.</source>
        <translation>En este momento todavía no está.</translation>
    </message>
    <message>
        <source>For this challenge</source>
        <translation>Para este reto</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>What it keeps now</source>
        <translation>Lo que guarda ahora</translation>
    </message>
    <message>
        <source>Entries of the cache</source>
        <translation>Entradas de la caché</translation>
    </message>
    <message>
        <source>Rows now</source>
        <translation>Filas ahora</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Filas de la tabla</translation>
    </message>
    <message>
        <source>Nothing has happened here yet.</source>
        <translation>Aquí aún no ha pasado nada.</translation>
    </message>
    <message>
        <source>Break it</source>
        <translation>Romperlo</translation>
    </message>
    <message>
        <source>Click a part or a line on the stage to see its settings.</source>
        <translation>Haz clic en una pieza o en una línea del escenario para ver sus ajustes.</translation>
    </message>
</context>
<context>
    <name>roundtrip::ProblemsDialog</name>
    <message>
        <source>This lesson cannot be opened</source>
        <translation>Esta lección no se puede abrir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>roundtrip::ProgramWindow</name>
    <message>
        <source>Lessons of your own belong in the folder %1.</source>
        <translation>Tus propias lecciones van en la carpeta %1.</translation>
    </message>
    <message numerus="yes">
        <source>The lesson stays as it was: %n problem(s). %1: %2</source>
        <translation>
            <numerusform>La lección se queda como estaba: %n problema. %1: %2</numerusform>
            <numerusform>La lección se queda como estaba: %n problemas. %1: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The lesson was read again: its files have changed.</source>
        <translation>La lección se leyó de nuevo: sus archivos han cambiado.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lecciones</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Taller</translation>
    </message>
</context>
<context>
    <name>roundtrip::TimelineView</name>
    <message>
        <source>Timeline: %1</source>
        <translation>Línea de tiempo: %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
</context>
<context>
    <name>roundtrip::TransportBar</name>
    <message>
        <source>Story time</source>
        <translation>Relato</translation>
    </message>
    <message>
        <source>True scale</source>
        <translation>Escala real</translation>
    </message>
    <message>
        <source>Every event gets a moment, however short it was</source>
        <translation>Cada suceso tiene su momento, por corto que fuera</translation>
    </message>
    <message>
        <source>Time passes as it does, faster or slower</source>
        <translation>El tiempo pasa tal cual, más rápido o más lento</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln event(s)</source>
        <translation>
            <numerusform>%1 · %Ln suceso</numerusform>
            <numerusform>%1 · %Ln sucesos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::TripsView</name>
    <message>
        <source>, stale</source>
        <translation>, obsoleta</translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation>, de: %1</translation>
    </message>
    <message>
        <source>Trips side by side</source>
        <translation>Viajes lado a lado</translation>
    </message>
    <message>
        <source>Trips appear here when they have ended.</source>
        <translation>Los viajes aparecen aquí cuando terminan.</translation>
    </message>
</context>
<context>
    <name>roundtrip::TwinTimeline</name>
    <message>
        <source>Requests of both sides over time</source>
        <translation>Peticiones de los dos lados en el tiempo</translation>
    </message>
</context>
<context>
    <name>roundtrip::DocumentDialog</name>
    <message>
        <source>Take over</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>roundtrip::DocumentEditor</name>
    <message>
        <source>Drag a line to another place, or press Alt with an arrow.</source>
        <translation>Arrastra una línea a otro sitio, o pulsa Alt con una flecha.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
</context>
<context>
    <name>roundtrip::EditTool</name>
    <message>
        <source>%1 is here only in this moment of the run: later it was taken out.</source>
        <translation>%1 solo está en este momento del recorrido: después se quitó.</translation>
    </message>
    <message>
        <source>%1 and %2 cannot talk: neither speaks what the other understands.</source>
        <translation>%1 y %2 no pueden hablar: ninguno habla lo que el otro entiende.</translation>
    </message>
    <message>
        <source>%1 and %2 are joined already.</source>
        <translation>%1 y %2 ya están unidos.</translation>
    </message>
    <message>
        <source>Join %1 with %2</source>
        <translation>Unir %1 con %2</translation>
    </message>
    <message>
        <source>Name of the part</source>
        <translation>Nombre de la pieza</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nombre del grupo</translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation>Palabras de la nota</translation>
    </message>
</context>
<context>
    <name>roundtrip::LinkView</name>
    <message>
        <source>How far is it?</source>
        <translation>¿A qué distancia está?</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>varies from message to message</source>
        <translation>cambia de un mensaje a otro</translation>
    </message>
    <message>
        <source>roughly %1 · %2 each way</source>
        <translation>más o menos %1 · %2 en cada sentido</translation>
    </message>
    <message>
        <source>in the same room</source>
        <translation>en la misma sala</translation>
    </message>
    <message>
        <source>in the same city</source>
        <translation>en la misma ciudad</translation>
    </message>
    <message>
        <source>in the same country</source>
        <translation>en el mismo país</translation>
    </message>
    <message>
        <source>on the same continent</source>
        <translation>en el mismo continente</translation>
    </message>
    <message>
        <source>on another continent</source>
        <translation>en otro continente</translation>
    </message>
</context>
<context>
    <name>roundtrip::LinksTableModel</name>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Time on the way</source>
        <translation>Tiempo de camino</translation>
    </message>
</context>
<context>
    <name>roundtrip::NoticeBar</name>
    <message>
        <source>Simulating…</source>
        <translation>Simulando…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>roundtrip::PaletteView</name>
    <message>
        <source>Search parts</source>
        <translation>Buscar piezas</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Borde</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Cómputo</translation>
    </message>
    <message>
        <source>Background work</source>
        <translation>Trabajo en segundo plano</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Queueing theory</source>
        <translation>Teoría de colas</translation>
    </message>
</context>
<context>
    <name>roundtrip::PartsTable</name>
    <message>
        <source>There is no part that it could talk with.</source>
        <translation>No hay ninguna pieza con la que pueda hablar.</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Join with</source>
        <translation>Unir con</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>roundtrip::PartsTableModel</name>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Pieza</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Joined with</source>
        <translation>Unida con</translation>
    </message>
</context>
<context>
    <name>roundtrip::ProblemsList</name>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>A click shows the part.</source>
        <translation>Un clic muestra la pieza.</translation>
    </message>
    <message>
        <source>What will hardly do what you want is listed here while you build.</source>
        <translation>Aquí aparece, mientras construyes, lo que difícilmente hará lo que quieres.</translation>
    </message>
    <message>
        <source>Nothing stands out: everything is joined with what it needs.</source>
        <translation>Nada llama la atención: todo está unido con lo que necesita.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Arreglarlo</translation>
    </message>
</context>
<context>
    <name>roundtrip::RunViews</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Pieza</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Viajes</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sucesos</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) · median %1</source>
        <translation>
            <numerusform>%n petición · mediana %1</numerusform>
            <numerusform>%n peticiones · mediana %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::RunsButton</name>
    <message>
        <source>Runs</source>
        <translation>Recorridos</translation>
    </message>
    <message>
        <source>Runs that you can go back to</source>
        <translation>Recorridos a los que puedes volver</translation>
    </message>
    <message>
        <source>First run</source>
        <translation>Primer recorrido</translation>
    </message>
    <message>
        <source>Run %1, from %2 on</source>
        <translation>Recorrido %1, desde %2</translation>
    </message>
    <message>
        <source>Name this run…</source>
        <translation>Poner nombre a este recorrido…</translation>
    </message>
    <message>
        <source>Name of this run:</source>
        <translation>Nombre de este recorrido:</translation>
    </message>
</context>
<context>
    <name>roundtrip::SandboxDocument</name>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>add %1</source>
        <translation>añadir %1</translation>
    </message>
    <message>
        <source>disconnect</source>
        <translation>separar</translation>
    </message>
    <message>
        <source>connect %1 with %2</source>
        <translation>unir %1 con %2</translation>
    </message>
    <message>
        <source>change &quot;%1&quot;</source>
        <translation>cambiar «%1»</translation>
    </message>
    <message>
        <source>rename %1</source>
        <translation>cambiar el nombre de %1</translation>
    </message>
    <message numerus="yes">
        <source>add %n part(s)</source>
        <translation>
            <numerusform>añadir %n pieza</numerusform>
            <numerusform>añadir %n piezas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n part(s)</source>
        <translation>
            <numerusform>quitar %n pieza</numerusform>
            <numerusform>quitar %n piezas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n part(s)</source>
        <translation>
            <numerusform>mover %n pieza</numerusform>
            <numerusform>mover %n piezas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>colour %n part(s)</source>
        <translation>
            <numerusform>colorear %n pieza</numerusform>
            <numerusform>colorear %n piezas</numerusform>
        </translation>
    </message>
    <message>
        <source>add a note</source>
        <translation>añadir una nota</translation>
    </message>
    <message>
        <source>remove a note</source>
        <translation>quitar una nota</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>escribir una nota</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>group parts</source>
        <translation>agrupar piezas</translation>
    </message>
    <message>
        <source>ungroup parts</source>
        <translation>desagrupar piezas</translation>
    </message>
    <message>
        <source>rename a group</source>
        <translation>renombrar un grupo</translation>
    </message>
    <message>
        <source>another scene</source>
        <translation>otra escena</translation>
    </message>
    <message>
        <source>change the schedule</source>
        <translation>cambiar el programa</translation>
    </message>
    <message>
        <source>keep a request</source>
        <translation>guardar una petición</translation>
    </message>
    <message>
        <source>drop a request</source>
        <translation>quitar una petición</translation>
    </message>
</context>
<context>
    <name>roundtrip::SandboxWindow</name>
    <message>
        <source>Presets</source>
        <translation>Ajustes preparados</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>Abriendo %1…</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>A part has the name that one of another kind had before, so the run begins anew.</source>
        <translation>Una pieza lleva el nombre que antes tenía una de otra clase, así que el recorrido empieza de nuevo.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Problemas (%1)</translation>
    </message>
    <message>
        <source>There is nobody who asks for anything yet. Add a client, for example a Browser, and join it with a server.</source>
        <translation>Todavía no hay nadie que pida nada. Añade un cliente, por ejemplo un navegador, y únelo con un servidor.</translation>
    </message>
    <message>
        <source>%1 — edited</source>
        <translation>%1 — modificado</translation>
    </message>
    <message>
        <source>%1 — Sandbox — Roundtrip</source>
        <translation>%1 — Taller — Roundtrip</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>No se pudo leer %1: %2.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>Save what you have changed in %1?</source>
        <translation>¿Guardar lo que has cambiado en %1?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Roundtrip ended unexpectedly last time. This is what you had not saved.</source>
        <translation>La última vez Roundtrip terminó de golpe. Esto es lo que no habías guardado.</translation>
    </message>
    <message>
        <source>What you have copied are no parts: %1</source>
        <translation>Lo que has copiado no son piezas: %1</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Open an example</source>
        <translation>Abrir un ejemplo</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Drag a part from the left to here, or choose one and press Return.
Join two parts by dragging from the round handle at one&apos;s edge.
Ready-made examples are in the menu.</source>
        <translation>Arrastra hasta aquí una pieza de la izquierda, o elige una y pulsa Intro.
Une dos piezas arrastrando desde el botón redondo de su borde.
En el menú hay ejemplos ya hechos.</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Sin color</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Morado</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Nothing has happened yet that could be compared. Press Run first.</source>
        <translation>Todavía no ha pasado nada que se pueda comparar. Primero pulsa Poner en marcha.</translation>
    </message>
    <message>
        <source>Other things happen by themselves now, so the run begins anew.</source>
        <translation>Ahora pasan otras cosas por sí solas, así que la ejecución empieza de nuevo.</translation>
    </message>
    <message>
        <source>Two runs of %1</source>
        <translation>Dos ejecuciones de %1</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>esta ejecución</translation>
    </message>
    <message>
        <source>Two documents</source>
        <translation>Dos documentos</translation>
    </message>
    <message>
        <source>There is no other run and no other document.</source>
        <translation>No hay otra ejecución ni otro documento.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>Save the charts as a picture</source>
        <translation>Guardar los gráficos como imagen</translation>
    </message>
    <message>
        <source>Save the charts as a table</source>
        <translation>Guardar los gráficos como tabla</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Guardar como imagen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Imágenes (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Nothing has happened yet that could be animated. Press Run first.</source>
        <translation>Aún no ha pasado nada que animar. Pulsa antes Ejecutar.</translation>
    </message>
    <message>
        <source>Save as animation</source>
        <translation>Guardar como animación</translation>
    </message>
    <message>
        <source>Making the animation…</source>
        <translation>Haciendo la animación…</translation>
    </message>
    <message>
        <source>Nothing was saved yet.</source>
        <translation>Aún no se ha guardado nada.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Abrir otra vez</translation>
    </message>
    <message>
        <source>Challenges</source>
        <translation>Retos</translation>
    </message>
    <message>
        <source>Share and print</source>
        <translation>Compartir e imprimir</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Place and group</source>
        <translation>Colocar y agrupar</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>fácil</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>medio</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>difícil</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>Break something</source>
        <translation>Romper algo</translation>
    </message>
    <message>
        <source>Mend the line</source>
        <translation>Arreglar la línea</translation>
    </message>
    <message>
        <source>Cut the line</source>
        <translation>Cortar la línea</translation>
    </message>
    <message>
        <source>Choose a part or a line first. People cannot be broken.</source>
        <translation>Elige antes una pieza o una línea. A las personas no se las rompe.</translation>
    </message>
    <message>
        <source>On the schedule…</source>
        <translation>En el programa…</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>URL shortener</source>
        <translation>Acortador de direcciones</translation>
    </message>
    <message>
        <source>Photo upload with workers</source>
        <translation>Subida de fotos con trabajadores</translation>
    </message>
    <message>
        <source>Weather with a CDN</source>
        <translation>El tiempo con una CDN</translation>
    </message>
    <message>
        <source>Chat on two servers</source>
        <translation>Chat en dos servidores</translation>
    </message>
    <message>
        <source>Login with OAuth</source>
        <translation>Acceso con OAuth</translation>
    </message>
    <message>
        <source>API with a quota</source>
        <translation>API con cuota</translation>
    </message>
    <message>
        <source>Report generator</source>
        <translation>Generador de informes</translation>
    </message>
    <message>
        <source>Job scheduler</source>
        <translation>Planificador de trabajos</translation>
    </message>
    <message>
        <source>Read replicas</source>
        <translation>Réplicas de lectura</translation>
    </message>
    <message>
        <source>News feed: fan-out on write</source>
        <translation>Muro de noticias: reparto al escribir</translation>
    </message>
    <message>
        <source>Chat at three sizes</source>
        <translation>Chat en tres tamaños</translation>
    </message>
    <message>
        <source>Shop with a flash sale</source>
        <translation>Tienda con venta relámpago</translation>
    </message>
    <message>
        <source>Everything wrong: find five faults</source>
        <translation>Todo mal: encuentra cinco fallos</translation>
    </message>
</context>
<context>
    <name>OwnComparison</name>
    <message>
        <source>Your run, with something changed</source>
        <translation>Tu simulación, con algo cambiado</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>como fue</translation>
    </message>
    <message>
        <source>the same so far</source>
        <translation>igual por ahora</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. Go back, send a request, and compare then.</source>
        <translation>Todavía no se ha enviado nada. Vuelve, envía una petición y compara entonces.</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>password of %1</source>
        <translation>contraseña de %1</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>petición %1</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n fila</numerusform>
            <numerusform>%n filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n fila cambiada</numerusform>
            <numerusform>%n filas cambiadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::AnimationDialog</name>
    <message>
        <source>Save as animation</source>
        <translation>Guardar como animación</translation>
    </message>
    <message>
        <source>%1 pixels wide</source>
        <translation>%1 píxeles de ancho</translation>
    </message>
    <message>
        <source>Times are those of story time, in which the run is played. At most %1 s.</source>
        <translation>Los tiempos son los de la historia, tal como se reproduce. Como mucho %1 s.</translation>
    </message>
    <message>
        <source>From:</source>
        <translation>Desde:</translation>
    </message>
    <message>
        <source>To:</source>
        <translation>Hasta:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Tamaño:</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>roundtrip::ChallengeView</name>
    <message>
        <source> (was %1)</source>
        <translation> (fue %1)</translation>
    </message>
    <message>
        <source>Costs %1 an hour; %2 may be spent. Two stars from %3, three from %4.</source>
        <translation>Cuesta %1 por hora; se pueden gastar %2. Dos estrellas desde %3, tres desde %4.</translation>
    </message>
    <message>
        <source>Hint %1: %2</source>
        <translation>Pista %1: %2</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Check my solution</source>
        <translation>Comprobar mi solución</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Pista</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>My best %1</source>
        <translation>Mi mejor %1</translation>
    </message>
    <message>
        <source>My best</source>
        <translation>Mi mejor</translation>
    </message>
    <message>
        <source>Not judged: something was changed that must stay.</source>
        <translation>Sin juzgar: se cambió algo que debe quedarse.</translation>
    </message>
    <message>
        <source>Solved. Score:</source>
        <translation>Resuelto. Puntos:</translation>
    </message>
    <message>
        <source>Not solved yet. Score:</source>
        <translation>Aún sin resolver. Puntos:</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>You may change: %1.</source>
        <translation>Puedes cambiar: %1.</translation>
    </message>
</context>
<context>
    <name>roundtrip::Minimap</name>
    <message>
        <source>Small picture of all parts</source>
        <translation>Imagen pequeña de todas las piezas</translation>
    </message>
    <message>
        <source>All parts: press to go there</source>
        <translation>Todas las piezas: pulsa para ir allí</translation>
    </message>
</context>
<context>
    <name>ProblemFix</name>
    <message>
        <source>Add a worker</source>
        <translation>Añadir un trabajador</translation>
    </message>
    <message>
        <source>Add an app server</source>
        <translation>Añadir un servidor</translation>
    </message>
    <message>
        <source>Join it with the database</source>
        <translation>Unirla a la base de datos</translation>
    </message>
    <message>
        <source>Add a database</source>
        <translation>Añadir una base de datos</translation>
    </message>
    <message>
        <source>Join it with the queue</source>
        <translation>Unirla a la cola</translation>
    </message>
    <message>
        <source>Add a queue</source>
        <translation>Añadir una cola</translation>
    </message>
    <message>
        <source>At most 1000 tasks</source>
        <translation>Como mucho 1000 tareas</translation>
    </message>
    <message>
        <source>Use HTTPS</source>
        <translation>Usar HTTPS</translation>
    </message>
    <message>
        <source>Pause 200 ms between tries</source>
        <translation>Pausa de 200 ms entre intentos</translation>
    </message>
    <message>
        <source>Keep things for 60 s</source>
        <translation>Guardar las cosas 60 s</translation>
    </message>
</context>
<context>
    <name>roundtrip::RunCharts</name>
    <message>
        <source>Add a chart</source>
        <translation>Añadir un gráfico</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar como CSV…</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>Guardar como imagen…</translation>
    </message>
</context>
<context>
    <name>roundtrip::ScheduleDialog</name>
    <message>
        <source>What happens by itself?</source>
        <translation>¿Qué pasa por sí solo?</translation>
    </message>
    <message>
        <source>When:</source>
        <translation>Cuándo:</translation>
    </message>
    <message>
        <source>Part or line:</source>
        <translation>Pieza o línea:</translation>
    </message>
    <message>
        <source>What happens:</source>
        <translation>Qué pasa:</translation>
    </message>
    <message>
        <source>A time with its unit, for example 10 s or 250 ms.</source>
        <translation>Un tiempo con su unidad, por ejemplo 10 s o 250 ms.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Part or line</source>
        <translation>Pieza o línea</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué pasa</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Set: %1</source>
        <translation>Ajustar: %1</translation>
    </message>
</context>
<context>
    <name>roundtrip::ScheduleTableModel</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>A quién</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué pasa</translation>
    </message>
</context>
<context>
    <name>roundtrip::ScheduleView</name>
    <message>
        <source>Nothing happens by itself yet. Let a server stop after 10 s, a line be cut, a setting change: it then happens in every run, and is saved with the document.</source>
        <translation>Aún no pasa nada por sí solo. Haz que un servidor se pare a los 10 s, que se corte una línea o que cambie un ajuste: pasará en cada ejecución y se guarda con el documento.</translation>
    </message>
    <message>
        <source>What happens by itself</source>
        <translation>Lo que pasa por sí solo</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>roundtrip::SeriesChart</name>
    <message>
        <source>on average %1</source>
        <translation>de media %1</translation>
    </message>
    <message>
        <source>nothing to show yet</source>
        <translation>aún nada que mostrar</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>Todas las piezas</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Qué muestra el gráfico</translation>
    </message>
    <message>
        <source>Of which part</source>
        <translation>De qué pieza</translation>
    </message>
    <message>
        <source>Remove this chart</source>
        <translation>Quitar este gráfico</translation>
    </message>
    <message>
        <source>From left to right: simulated time in seconds</source>
        <translation>De izquierda a derecha: tiempo simulado en segundos</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>Gráfico: %1</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latencia</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Caudal</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Ocupación</translation>
    </message>
    <message>
        <source>Queue length</source>
        <translation>Longitud de cola</translation>
    </message>
    <message>
        <source>Hit ratio</source>
        <translation>Tasa de aciertos</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Frescura</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
</context>
<context>
    <name>roundtrip::ShareDialog</name>
    <message>
        <source>Copy the line</source>
        <translation>Copiar la línea</translation>
    </message>
    <message>
        <source>Share as a line of text</source>
        <translation>Compartir como línea de texto</translation>
    </message>
    <message>
        <source>Send this line in a chat or a mail. Who has it chooses &quot;Paste&quot; in the sandbox, and the document opens there.</source>
        <translation>Envía esta línea por chat o correo. Quien la tenga elige «Pegar» en el taller y el documento se abre allí.</translation>
    </message>
    <message>
        <source>The document as a line of text</source>
        <translation>El documento como línea de texto</translation>
    </message>
    <message>
        <source>The same line as a QR code</source>
        <translation>La misma línea como código QR</translation>
    </message>
    <message>
        <source>The document is too large for a QR code.</source>
        <translation>El documento es demasiado grande para un código QR.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>roundtrip::WhyView</name>
    <message>
        <source>on the way: %1</source>
        <translation>en camino: %1</translation>
    </message>
    <message>
        <source>%1: standing in line</source>
        <translation>%1: esperando en la cola</translation>
    </message>
    <message>
        <source>%1: at work</source>
        <translation>%1: trabajando</translation>
    </message>
    <message>
        <source>No request has ended yet.</source>
        <translation>Aún no ha terminado ninguna petición.</translation>
    </message>
    <message>
        <source>The slowest request took %1. It spent most of its time here: &lt;b&gt;%2&lt;/b&gt; (%3).</source>
        <translation>La petición más lenta tardó %1. Pasó la mayor parte del tiempo aquí: &lt;b&gt;%2&lt;/b&gt; (%3).</translation>
    </message>
    <message>
        <source>95 of 100 requests took at most %1. The one that took so long spent most of its time here: &lt;b&gt;%2&lt;/b&gt; (%3).</source>
        <translation>95 de cada 100 peticiones tardaron como mucho %1. La que tardó eso pasó la mayor parte del tiempo aquí: &lt;b&gt;%2&lt;/b&gt; (%3).</translation>
    </message>
    <message>
        <source>Show this request</source>
        <translation>Mostrar esta petición</translation>
    </message>
    <message>
        <source>No request has failed yet.</source>
        <translation>Aún no ha fallado ninguna petición.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Why is it slow?</source>
        <translation>¿Por qué es lento?</translation>
    </message>
    <message>
        <source>Why did it fail?</source>
        <translation>¿Por qué falló?</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) got no good answer. This is what it began with:</source>
        <translation>
            <numerusform>Una petición no tuvo una buena respuesta. Empezó con esto:</numerusform>
            <numerusform>%n peticiones no tuvieron una buena respuesta. Empezaron con esto:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::RequestsView</name>
    <message>
        <source>Who sends it</source>
        <translation>Quién la envía</translation>
    </message>
    <message>
        <source>Name to keep it under</source>
        <translation>Nombre con el que guardarla</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Requests that are kept or were sent</source>
        <translation>Peticiones guardadas o enviadas</translation>
    </message>
    <message>
        <source>A click puts it into the fields again.</source>
        <translation>Un clic la pone otra vez en los campos.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>sent: %1</source>
        <translation>enviada: %1</translation>
    </message>
    <message>
        <source>What you send or keep is listed here.</source>
        <translation>Aquí aparece lo que envías o guardas.</translation>
    </message>
</context>
<context>
    <name>roundtrip::ConsoleView</name>
    <message>
        <source>Asked. The answer takes its time in the run, too: play on.</source>
        <translation>Preguntado. La respuesta también tarda en el recorrido: sigue reproduciendo.</translation>
    </message>
    <message>
        <source>What you ask is listed here.</source>
        <translation>Aquí aparece lo que preguntas.</translation>
    </message>
    <message>
        <source>Which part is asked</source>
        <translation>A qué pieza se pregunta</translation>
    </message>
    <message>
        <source>In which language</source>
        <translation>En qué lenguaje</translation>
    </message>
    <message>
        <source>What you ask</source>
        <translation>Lo que preguntas</translation>
    </message>
    <message>
        <source>SELECT * FROM users LIMIT 10
Ctrl+Return asks</source>
        <translation>SELECT * FROM users LIMIT 10
Ctrl+Intro pregunta</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>At the moment on the screen (Ctrl+Return)</source>
        <translation>En el momento de la pantalla (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Lo que se preguntó</translation>
    </message>
    <message>
        <source>A click shows the answer, a double click puts the question back.</source>
        <translation>Un clic muestra la respuesta; un doble clic devuelve la pregunta.</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>La respuesta</translation>
    </message>
</context>
<context>
    <name>blocks</name>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Made at the start and filled with rows that are drawn.</source>
        <translation>Se crea al principio y se llena con filas sorteadas.</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Flujo</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Other services</source>
        <translation>Otros servicios</translation>
    </message>
    <message>
        <source>If</source>
        <translation>Si</translation>
    </message>
    <message>
        <source>Goes one way when a condition holds, else the other.</source>
        <translation>Va por un camino si se cumple una condición y, si no, por el otro.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Entonces</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Si no</translation>
    </message>
    <message>
        <source>For each row</source>
        <translation>Para cada fila</translation>
    </message>
    <message>
        <source>Runs blocks once for each row of what was found; 1,000 rounds of one request at most.</source>
        <translation>Ejecuta bloques una vez por cada fila encontrada; como mucho 1000 vueltas en una petición.</translation>
    </message>
    <message>
        <source>For each one</source>
        <translation>Para cada una</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Runs blocks so many times; 1,000 rounds of one request at most.</source>
        <translation>Ejecuta bloques tantas veces; como mucho 1000 vueltas en una petición.</translation>
    </message>
    <message>
        <source>In each round</source>
        <translation>En cada vuelta</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Calcular</translation>
    </message>
    <message>
        <source>Works for a time; the worker is busy meanwhile.</source>
        <translation>Trabaja un tiempo; mientras tanto el trabajador está ocupado.</translation>
    </message>
    <message>
        <source>Add a task to the queue</source>
        <translation>Añadir una tarea a la cola</translation>
    </message>
    <message>
        <source>Leaves work for later, for a worker; the client need not wait for it.</source>
        <translation>Deja trabajo para más tarde, para un trabajador; el cliente no tiene que esperarlo.</translation>
    </message>
    <message>
        <source>If the queue is full</source>
        <translation>Si la cola está llena</translation>
    </message>
    <message>
        <source>Respond</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Answers with what was found; no block after it runs.</source>
        <translation>Responde con lo que se encontró; ningún bloque posterior se ejecuta.</translation>
    </message>
    <message>
        <source>Answer with a page</source>
        <translation>Responder con una página</translation>
    </message>
    <message>
        <source>Fills what was found into a template.</source>
        <translation>Rellena una plantilla con lo que se encontró.</translation>
    </message>
    <message>
        <source>Ask how far a task is</source>
        <translation>Preguntar cómo va una tarea</translation>
    </message>
    <message>
        <source>Answers 202 while it waits or runs, 200 when it is done, 404 when nobody knows it.</source>
        <translation>Responde 202 mientras espera o se hace, 200 cuando está hecha y 404 si nadie la conoce.</translation>
    </message>
    <message>
        <source>Do a task at once</source>
        <translation>Hacer una tarea al momento</translation>
    </message>
    <message>
        <source>Does a task of this server&apos;s own table while the client waits.</source>
        <translation>Hace una tarea de la propia tabla de este servidor mientras el cliente espera.</translation>
    </message>
    <message>
        <source>Ask the database</source>
        <translation>Preguntar a la base de datos</translation>
    </message>
    <message>
        <source>Runs one SQL statement; when no row is there, the answer is 404.</source>
        <translation>Ejecuta una sentencia SQL; si no hay ninguna fila, la respuesta es 404.</translation>
    </message>
    <message>
        <source>Ask through the ORM</source>
        <translation>Preguntar con el ORM</translation>
    </message>
    <message>
        <source>Runs an expression on the models, which becomes SQL.</source>
        <translation>Ejecuta una expresión sobre los modelos, que se convierte en SQL.</translation>
    </message>
    <message>
        <source>In one transaction</source>
        <translation>En una transacción</translation>
    </message>
    <message>
        <source>All of what the blocks inside do in the database counts, or nothing of it.</source>
        <translation>Todo lo que los bloques de dentro hacen en la base de datos cuenta, o no cuenta nada.</translation>
    </message>
    <message>
        <source>Inside the transaction</source>
        <translation>Dentro de la transacción</translation>
    </message>
    <message>
        <source>Work on a model</source>
        <translation>Trabajar con un modelo</translation>
    </message>
    <message>
        <source>One operation of a REST resource, and its answer.</source>
        <translation>Una operación de un recurso REST, con su respuesta.</translation>
    </message>
    <message>
        <source>Ask the key-value store</source>
        <translation>Preguntar al almacén clave-valor</translation>
    </message>
    <message>
        <source>Gives it one command.</source>
        <translation>Le da una orden.</translation>
    </message>
    <message>
        <source>Ask the document store</source>
        <translation>Preguntar al almacén de documentos</translation>
    </message>
    <message>
        <source>Finds, writes or counts documents of a collection.</source>
        <translation>Busca, escribe o cuenta documentos de una colección.</translation>
    </message>
    <message>
        <source>Ask the partitioned table</source>
        <translation>Preguntar a la tabla particionada</translation>
    </message>
    <message>
        <source>One operation as the table&apos;s API calls it.</source>
        <translation>Una operación, como la llama la API de la tabla.</translation>
    </message>
    <message>
        <source>Ask the cache</source>
        <translation>Preguntar a la caché</translation>
    </message>
    <message>
        <source>Takes the copy if there is one; else other blocks run.</source>
        <translation>Toma la copia si la hay; si no, se ejecutan otros bloques.</translation>
    </message>
    <message>
        <source>If it is not there</source>
        <translation>Si no está</translation>
    </message>
    <message>
        <source>Keep in the cache</source>
        <translation>Guardar en la caché</translation>
    </message>
    <message>
        <source>Keeps a copy of what was found.</source>
        <translation>Guarda una copia de lo que se encontró.</translation>
    </message>
    <message>
        <source>Remove from the cache</source>
        <translation>Quitar de la caché</translation>
    </message>
    <message>
        <source>The next one who asks gets it fresh.</source>
        <translation>El siguiente que pregunte lo recibe fresco.</translation>
    </message>
    <message>
        <source>Send to the identity provider</source>
        <translation>Enviar al proveedor de identidad</translation>
    </message>
    <message>
        <source>The browser signs in there and comes back with a code.</source>
        <translation>El navegador inicia sesión allí y vuelve con un código.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Checks the body&apos;s name and password.</source>
        <translation>Comprueba el nombre y la contraseña del cuerpo.</translation>
    </message>
    <message>
        <source>Check whose it is</source>
        <translation>Comprobar de quién es</translation>
    </message>
    <message>
        <source>Refuses unless what was found belongs to who is signed in.</source>
        <translation>Rechaza, salvo que lo encontrado sea de quien ha iniciado sesión.</translation>
    </message>
    <message>
        <source>Call a service</source>
        <translation>Llamar a un servicio</translation>
    </message>
    <message>
        <source>Asks another server; if it fails, so does this, unless other blocks stand by.</source>
        <translation>Pregunta a otro servidor; si falla, esto también, salvo que haya otros bloques preparados.</translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation>Si falla</translation>
    </message>
    <message>
        <source>Make an account</source>
        <translation>Crear una cuenta</translation>
    </message>
    <message>
        <source>Of the body&apos;s name and password.</source>
        <translation>Con el nombre y la contraseña del cuerpo.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Ends the session, or revokes the token.</source>
        <translation>Termina la sesión o revoca el token.</translation>
    </message>
    <message>
        <source>Renew the token</source>
        <translation>Renovar el token</translation>
    </message>
    <message>
        <source>A new token for a refresh token.</source>
        <translation>Un token nuevo a cambio de un token de renovación.</translation>
    </message>
    <message>
        <source>Take the provider&apos;s code</source>
        <translation>Tomar el código del proveedor</translation>
    </message>
    <message>
        <source>Fetches who it is with the code, and opens a session.</source>
        <translation>Averigua quién es con el código y abre una sesión.</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>An address, and the blocks that answer there.</source>
        <translation>Una dirección y los bloques que responden en ella.</translation>
    </message>
    <message>
        <source>REST resource</source>
        <translation>Recurso REST</translation>
    </message>
    <message>
        <source>Six routes at once: list, add, read, replace, change and remove objects of a model.</source>
        <translation>Seis rutas a la vez: listar, añadir, leer, reemplazar, cambiar y quitar objetos de un modelo.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>What is to be done with each message of a channel.</source>
        <translation>Lo que hay que hacer con cada mensaje de un canal.</translation>
    </message>
    <message>
        <source>Channels that fit a pattern</source>
        <translation>Canales que siguen un patrón</translation>
    </message>
    <message>
        <source>What is to be done with each message of them.</source>
        <translation>Lo que hay que hacer con cada uno de sus mensajes.</translation>
    </message>
</context>
<context>
    <name>roundtrip::BlockCard</name>
    <message>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>More for this block</source>
        <translation>Más para este bloque</translation>
    </message>
    <message>
        <source>Into the block above</source>
        <translation>Dentro del bloque de arriba</translation>
    </message>
    <message>
        <source>Out of its block</source>
        <translation>Fuera de su bloque</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Return opens it. Drag it to another place, or press Alt with an arrow.</source>
        <translation>Intro lo abre. Arrástralo a otro lugar o pulsa Alt con una flecha.</translation>
    </message>
</context>
<context>
    <name>roundtrip::BlockLane</name>
    <message>
        <source>Add block</source>
        <translation>Añadir bloque</translation>
    </message>
    <message>
        <source>Add block: %1</source>
        <translation>Añadir bloque: %1</translation>
    </message>
</context>
<context>
    <name>roundtrip::EntryRow</name>
    <message>
        <source>Its blocks are shown</source>
        <translation>Se ven sus bloques</translation>
    </message>
    <message>
        <source>Its blocks are hidden</source>
        <translation>Sus bloques están ocultos</translation>
    </message>
    <message>
        <source>%1: something is wrong</source>
        <translation>%1: algo está mal</translation>
    </message>
</context>
<context>
    <name>roundtrip::BlocksEditor</name>
    <message>
        <source>Back to what fits</source>
        <translation>Volver a lo que encaja</translation>
    </message>
    <message>
        <source>As text…</source>
        <translation>Como texto…</translation>
    </message>
    <message>
        <source>This does not fit yet, so it counts only once it does.</source>
        <translation>Esto no encaja todavía; contará cuando encaje.</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Añadir: %1</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>The whole document as JSON</source>
        <translation>El documento entero como JSON</translation>
    </message>
</context>
<context>
    <name>roundtrip::BlockPicker</name>
    <message>
        <source>Search blocks</source>
        <translation>Buscar bloques</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloques</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>As SQLite comes</source>
        <translation>Como viene SQLite</translation>
    </message>
    <message>
        <source>One file: one writes at a time.</source>
        <translation>Un archivo: escribe uno cada vez.</translation>
    </message>
    <message>
        <source>As PostgreSQL comes</source>
        <translation>Como viene PostgreSQL</translation>
    </message>
    <message>
        <source>100 connections, each row written by one at a time.</source>
        <translation>100 conexiones; cada fila la escribe uno cada vez.</translation>
    </message>
    <message>
        <source>As MySQL comes</source>
        <translation>Como viene MySQL</translation>
    </message>
    <message>
        <source>151 connections; transactions read a snapshot.</source>
        <translation>151 conexiones; las transacciones leen una instantánea.</translation>
    </message>
    <message>
        <source>As Redis is often set</source>
        <translation>Como suele estar Redis</translation>
    </message>
    <message>
        <source>What was used longest ago goes first; a restart keeps all.</source>
        <translation>Sale primero lo que más tiempo lleva sin usarse; un reinicio lo conserva todo.</translation>
    </message>
    <message>
        <source>As Memcached</source>
        <translation>Como Memcached</translation>
    </message>
    <message>
        <source>The same in memory only: a restart forgets everything.</source>
        <translation>Lo mismo solo en memoria: un reinicio lo olvida todo.</translation>
    </message>
    <message>
        <source>Fresh within a second</source>
        <translation>Fresco en un segundo</translation>
    </message>
    <message>
        <source>Copies live for a second, and all who ask share them.</source>
        <translation>Las copias viven un segundo y las comparten todos los que preguntan.</translation>
    </message>
    <message>
        <source>As RabbitMQ, on disk</source>
        <translation>Como RabbitMQ, en disco</translation>
    </message>
    <message>
        <source>Tasks outlive a restart, and come back from dead workers.</source>
        <translation>Las tareas sobreviven a un reinicio y vuelven de los trabajadores caídos.</translation>
    </message>
    <message>
        <source>As a list in Redis</source>
        <translation>Como una lista de Redis</translation>
    </message>
    <message>
        <source>Fast; what a worker took is forgotten.</source>
        <translation>Rápida; lo que un trabajador cogió se olvida.</translation>
    </message>
    <message>
        <source>With priorities</source>
        <translation>Con prioridades</translation>
    </message>
    <message>
        <source>As RabbitMQ: what matters more overtakes.</source>
        <translation>Como RabbitMQ: lo más importante adelanta.</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>Cuidadoso</translation>
    </message>
    <message>
        <source>One task in hand for each process, confirmed when done.</source>
        <translation>Una tarea en mano por proceso, confirmada al acabar.</translation>
    </message>
    <message>
        <source>Careless</source>
        <translation>Descuidado</translation>
    </message>
    <message>
        <source>Confirms what it gets at once: a crash loses tasks.</source>
        <translation>Confirma al recibir: una caída pierde tareas.</translation>
    </message>
    <message>
        <source>A quiet evening</source>
        <translation>Una tarde tranquila</translation>
    </message>
    <message>
        <source>Two requests a second, at random moments.</source>
        <translation>Dos peticiones por segundo, en momentos al azar.</translation>
    </message>
    <message>
        <source>A busy day</source>
        <translation>Un día ajetreado</translation>
    </message>
    <message>
        <source>100 requests a second, whatever the answers take.</source>
        <translation>100 peticiones por segundo, tarden lo que tarden las respuestas.</translation>
    </message>
    <message>
        <source>Twenty people who read</source>
        <translation>Veinte personas que leen</translation>
    </message>
    <message>
        <source>Each waits for the answer, reads for about 5 s, asks again.</source>
        <translation>Cada una espera la respuesta, lee unos 5 s y vuelve a preguntar.</translation>
    </message>
    <message>
        <source>Impatient people</source>
        <translation>Gente impaciente</translation>
    </message>
    <message>
        <source>They give up after 2 s and ask again, three times.</source>
        <translation>Se cansan a los 2 s y vuelven a preguntar, tres veces.</translation>
    </message>
    <message>
        <source>To the least busy one</source>
        <translation>Al menos ocupado</translation>
    </message>
    <message>
        <source>Fair when requests take different times.</source>
        <translation>Justo cuando las peticiones tardan distinto.</translation>
    </message>
    <message>
        <source>The same key, the same server</source>
        <translation>Misma clave, mismo servidor</translation>
    </message>
    <message>
        <source>By a hash of the path: good for caches behind it.</source>
        <translation>Por un hash de la ruta: bueno para las cachés de detrás.</translation>
    </message>
    <message>
        <source>The same person, the same server</source>
        <translation>Misma persona, mismo servidor</translation>
    </message>
    <message>
        <source>By a cookie: for sessions that a server keeps to itself.</source>
        <translation>Por una cookie: para sesiones que un servidor se guarda.</translation>
    </message>
    <message>
        <source>Ten a second, with bursts</source>
        <translation>Diez por segundo, con ráfagas</translation>
    </message>
    <message>
        <source>A token bucket that lets twenty through at once.</source>
        <translation>Un cubo de fichas que deja pasar veinte de golpe.</translation>
    </message>
    <message>
        <source>Sixty a minute</source>
        <translation>Sesenta por minuto</translation>
    </message>
    <message>
        <source>Counted over the last minute, of each client.</source>
        <translation>Contadas en el último minuto, por cada cliente.</translation>
    </message>
    <message>
        <source>A room of 200</source>
        <translation>Una sala de 200</translation>
    </message>
    <message>
        <source>Over WebSockets; somebody speaks every half second.</source>
        <translation>Por WebSockets; alguien habla cada medio segundo.</translation>
    </message>
    <message>
        <source>The same by asking again and again</source>
        <translation>Lo mismo preguntando una y otra vez</translation>
    </message>
    <message>
        <source>Polling: what it costs to be up to date.</source>
        <translation>Sondeo: lo que cuesta estar al día.</translation>
    </message>
</context>
</TS>
