#include "support/FileFixture.h"

#include <tiffio.h>

namespace isostain::test {

FileFixture::FileFixture()
{
    TIFFSetWarningHandler(nullptr);
    TIFFSetErrorHandler(nullptr);
}

}
