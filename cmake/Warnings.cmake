# Every target of the project links this: one place says how strict the compiler is.
add_library(roundtrip_warnings INTERFACE)
target_compile_options(roundtrip_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wcast-align -Wunused -Wnull-dereference -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports these falsely inside coroutines and inlined standard containers.
    target_compile_options(roundtrip_warnings INTERFACE
        -Wno-null-dereference -Wno-maybe-uninitialized -Wno-restrict -Wno-array-bounds
        -Wno-missing-field-initializers -Wno-stringop-overflow -Wno-free-nonheap-object)
endif()
