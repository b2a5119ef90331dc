# One place for how a target of this project is made.

# Standard, warnings and sanitizers: every target of ours links this.
add_library(isostain_options INTERFACE)
target_compile_features(isostain_options INTERFACE cxx_std_20)
target_compile_options(isostain_options INTERFACE -Wall -Wextra -Wshadow $<$<BOOL:${ISOSTAIN_WERROR}>:-Werror>)
# g++ 12 sees overlapping copies in std::string's operator+ where there are none.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(isostain_options INTERFACE -Wno-restrict)
endif()
if(ISOSTAIN_SANITIZE STREQUAL "address")
    target_compile_options(isostain_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(isostain_options INTERFACE -fsanitize=address,undefined)
elseif(ISOSTAIN_SANITIZE STREQUAL "thread")
    target_compile_options(isostain_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(isostain_options INTERFACE -fsanitize=thread)
elseif(NOT ISOSTAIN_SANITIZE STREQUAL "")
    message(FATAL_ERROR "ISOSTAIN_SANITIZE is '${ISOSTAIN_SANITIZE}'; use address or thread")
endif()

find_program(ISOSTAIN_CCACHE ccache)
if(ISOSTAIN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${ISOSTAIN_CCACHE}")
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
find_package(Threads REQUIRED)

# isostain_core_library(<folder> SOURCES ... [DEPENDS ...] [PRIVATE_DEPENDS ...])
# One static library for one folder of core/, target isostain_<folder>. Headers are included as "folder/File.h".
function(isostain_core_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    add_library(isostain_${name} STATIC ${ARG_SOURCES})
    target_include_directories(isostain_${name} PUBLIC "${PROJECT_SOURCE_DIR}/core")
    target_compile_options(isostain_${name} PRIVATE -Wconversion)
    target_link_libraries(isostain_${name} PUBLIC isostain_options ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE_DEPENDS})
endfunction()

# Tests under a sanitizer run some ten times slower.
set(ISOSTAIN_TEST_TIMEOUT 300)
if(ISOSTAIN_SANITIZE)
    set(ISOSTAIN_TEST_TIMEOUT 1800)
endif()
# The module for LibTorch carries core's libraries a second time; each copy uses its own.
set(ISOSTAIN_ASAN_OPTIONS "ASAN_OPTIONS=detect_odr_violation=0")

# isostain_test(tst_<unit> SOURCES ... LIBRARIES ... [NEEDS_DISPLAY])
# A Qt Test executable run by CTest: offscreen, or in a virtual X server where NEEDS_DISPLAY is given.
function(isostain_test name)
    cmake_parse_arguments(ARG "NEEDS_DISPLAY" "" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE isostain_test_support Qt6::Test ${ARG_LIBRARIES})
    if(ARG_NEEDS_DISPLAY)
        add_test(NAME ${name} COMMAND "${PROJECT_SOURCE_DIR}/tests/support/with-display.sh" $<TARGET_FILE:${name}>)
        # The same picture on every machine; OpenGL has tests of its own, and its drivers leak when they are asked for.
        set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "ISOSTAIN_RENDERER=cpu")
    else()
        add_test(NAME ${name} COMMAND ${name})
        set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
    endif()
    if(ISOSTAIN_SANITIZE)
        target_compile_options(${name} PRIVATE -include "${PROJECT_SOURCE_DIR}/tests/support/LongerWaits.h")
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ISOSTAIN_TEST_TIMEOUT})
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT
        "${ISOSTAIN_ASAN_OPTIONS}"
        "ISOSTAIN_CLI=${CMAKE_BINARY_DIR}/bin/isostain-cli"
        "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan.supp halt_on_error=1 die_after_fork=0"
        "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp"
        "QTEST_FUNCTION_TIMEOUT=${ISOSTAIN_TEST_TIMEOUT}000")
endfunction()

# isostain_benchmark(bench_<unit> SOURCES ... LIBRARIES ...): built always, run on demand; prints one `name value unit` per line.
function(isostain_benchmark name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bench")
    target_link_libraries(${name} PRIVATE isostain_options ${ARG_LIBRARIES})
endfunction()
