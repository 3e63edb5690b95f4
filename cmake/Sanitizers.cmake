# ROUNDTRIP_SANITIZE: a list for -fsanitize=, for example "address,undefined" or "thread".
set(ROUNDTRIP_SANITIZE "" CACHE STRING "Sanitizers to build with")
if(ROUNDTRIP_SANITIZE)
    add_compile_options(-fsanitize=${ROUNDTRIP_SANITIZE} -fno-omit-frame-pointer -g1)
    add_link_options(-fsanitize=${ROUNDTRIP_SANITIZE})
    if(ROUNDTRIP_SANITIZE MATCHES "undefined")
        add_compile_options(-fno-sanitize-recover=undefined)
    endif()
endif()
