# cmake -DLUPDATE=… -DARGUMENTS=FILE -DSOURCES=FOLDER -DMERGED=FOLDER -P extract.cmake
file(REMOVE_RECURSE "${MERGED}")
file(GLOB translations "${SOURCES}/isostain_*.ts")
file(COPY ${translations} DESTINATION "${MERGED}")
foreach(translation ${translations})
    get_filename_component(name "${translation}" NAME)
    set(only)
    if(name STREQUAL "isostain_en.ts")
        set(only -pluralonly)
    endif()
    execute_process(COMMAND "${LUPDATE}" -silent -locations none ${only} "@${ARGUMENTS}" -ts "${MERGED}/${name}"
        COMMAND_ERROR_IS_FATAL ANY)
endforeach()
