#include "panels/ProfileTitle.h"

#include <QCoreApplication>

#include "normalize/ProfileFit.h"
#include "normalize/ProfileNames.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ProfileTitle)
};

}

QString profileTitle(const StainProfile& profile)
{
    if (profile.name == publishedReferenceName(profile.method))
        return Texts::tr("%1, published H&E reference")
            .arg(QCoreApplication::translate("ProfileName", named(profile.method).displayName));
    return QString::fromStdString(profile.name);
}

}
